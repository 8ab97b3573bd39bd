#include <cadre/rotation/move_order.hpp>

#include "rotation/order/ordering.hpp"

namespace cadre {

MoveOrder order_moves(const Roster& roster, const RotationPlan& plan, const OrderOptions& options) {
    return Ordering(roster, plan, options).run();
}

}  // namespace cadre
