"""Pictures that carry their evidence: every function returns an :class:`infosoc.Exhibit`."""

from infosoc.plot.bar_charts import bars, counts
from infosoc.plot.dispersion_charts import dispersion
from infosoc.plot.dumbbell_charts import dumbbells
from infosoc.plot.hundreds import hundred
from infosoc.plot.layer_charts import layers
from infosoc.plot.maps import tile_map, world_map
from infosoc.plot.matrices import matrix, paired
from infosoc.plot.office_charts import offices
from infosoc.plot.peer_charts import peers
from infosoc.plot.period_charts import periods
from infosoc.plot.point_charts import points
from infosoc.plot.profiles import profile
from infosoc.plot.scatter_charts import scatter
from infosoc.plot.signed_charts import signed_bars, signed_matrix
from infosoc.plot.spread_charts import spread
from infosoc.plot.timelines import timeline
from infosoc.plot.trees import tree
from infosoc.plot.trends import trend
from infosoc.plot.wheels import wheel

__all__ = [
    "bars",
    "counts",
    "dispersion",
    "dumbbells",
    "hundred",
    "layers",
    "matrix",
    "offices",
    "paired",
    "peers",
    "periods",
    "points",
    "profile",
    "scatter",
    "signed_bars",
    "signed_matrix",
    "spread",
    "tile_map",
    "timeline",
    "tree",
    "trend",
    "wheel",
    "world_map",
]
