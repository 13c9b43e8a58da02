"""Pictures that carry their evidence: every function returns an :class:`infosoc.Exhibit`."""

from infosoc.plot.bar_charts import bars
from infosoc.plot.period_charts import periods
from infosoc.plot.timelines import timeline

__all__ = ["bars", "periods", "timeline"]
