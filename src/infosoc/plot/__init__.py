"""Pictures that carry their evidence: every function returns an :class:`infosoc.Exhibit`."""

from infosoc.plot.bar_charts import bars, counts
from infosoc.plot.maps import tile_map, world_map
from infosoc.plot.matrices import matrix
from infosoc.plot.period_charts import periods
from infosoc.plot.timelines import timeline
from infosoc.plot.trends import trend

__all__ = ["bars", "counts", "matrix", "periods", "tile_map", "timeline", "trend", "world_map"]
