"""Pictures that carry their evidence: every function returns an :class:`infosoc.Exhibit`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infosoc.rooms import furnish_later

if TYPE_CHECKING:
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

__all__ = furnish_later(
    __name__,
    {
        "bars": "infosoc.plot.bar_charts",
        "counts": "infosoc.plot.bar_charts",
        "dispersion": "infosoc.plot.dispersion_charts",
        "dumbbells": "infosoc.plot.dumbbell_charts",
        "hundred": "infosoc.plot.hundreds",
        "layers": "infosoc.plot.layer_charts",
        "matrix": "infosoc.plot.matrices",
        "offices": "infosoc.plot.office_charts",
        "paired": "infosoc.plot.matrices",
        "peers": "infosoc.plot.peer_charts",
        "periods": "infosoc.plot.period_charts",
        "points": "infosoc.plot.point_charts",
        "profile": "infosoc.plot.profiles",
        "scatter": "infosoc.plot.scatter_charts",
        "signed_bars": "infosoc.plot.signed_charts",
        "signed_matrix": "infosoc.plot.signed_charts",
        "spread": "infosoc.plot.spread_charts",
        "tile_map": "infosoc.plot.maps",
        "timeline": "infosoc.plot.timelines",
        "tree": "infosoc.plot.trees",
        "trend": "infosoc.plot.trends",
        "wheel": "infosoc.plot.wheels",
        "world_map": "infosoc.plot.maps",
    },
)
