"""Pictures that carry their evidence: every function returns an :class:`infosoc.Exhibit`."""

from infosoc.plot.bar_charts import bars, counts
from infosoc.plot.layer_charts import layers
from infosoc.plot.maps import tile_map, world_map
from infosoc.plot.matrices import matrix
from infosoc.plot.period_charts import periods
from infosoc.plot.point_charts import points
from infosoc.plot.signed_charts import signed_bars, signed_matrix
from infosoc.plot.timelines import timeline
from infosoc.plot.trees import tree
from infosoc.plot.trends import trend

__all__ = [
    "bars",
    "counts",
    "layers",
    "matrix",
    "periods",
    "points",
    "signed_bars",
    "signed_matrix",
    "tile_map",
    "timeline",
    "tree",
    "trend",
    "world_map",
]
