"""Pictures that carry their evidence: every function returns an :class:`infosoc.Exhibit`."""

from infosoc.plot.bar_charts import bars, counts
from infosoc.plot.layer_charts import layers
from infosoc.plot.maps import tile_map, world_map
from infosoc.plot.matrices import matrix, paired
from infosoc.plot.peer_charts import peers
from infosoc.plot.period_charts import periods
from infosoc.plot.timelines import timeline
from infosoc.plot.trees import tree
from infosoc.plot.trends import trend

__all__ = [
    "bars",
    "counts",
    "layers",
    "matrix",
    "paired",
    "peers",
    "periods",
    "tile_map",
    "timeline",
    "tree",
    "trend",
    "world_map",
]
