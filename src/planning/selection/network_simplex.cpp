#include "planning/selection/network_simplex.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace cadre::selection {
namespace {

constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max() / 4;

}  // namespace

NetworkSimplex::NetworkSimplex(int node_count, Work& work)
    : work_(work), root_(node_count), nodes_(index(node_count) + 1) {}

int NetworkSimplex::add_arc(int from, int to, std::int64_t lower, std::int64_t upper) {
    arcs_.push_back({from, to, lower, upper - lower});
    return static_cast<int>(arcs_.size()) - 1;
}

void NetworkSimplex::build() {
    first_artificial_ = static_cast<int>(arcs_.size());
    block_ = std::max(16, static_cast<int>(std::sqrt(static_cast<double>(arcs_.size()))));
    std::vector<std::int64_t> excess(nodes_.size(), 0);
    for (const Arc& arc : arcs_) {
        excess[index(arc.to)] += arc.lower;
        excess[index(arc.from)] -= arc.lower;
    }
    for (int i = 0; i < root_; ++i) {
        // A tree arc without flow leads to the root: the tree is strongly feasible.
        const bool up = excess[index(i)] >= 0;
        arcs_.push_back(
            {up ? i : root_, up ? root_ : i, 0, unlimited, std::abs(excess[index(i)]), penalty, State::in_tree});
        attach(i, root_, static_cast<int>(arcs_.size()) - 1);
    }
}

bool NetworkSimplex::minimise() {
    update_below(root_);
    for (int entering = find_entering(); entering >= 0; entering = find_entering()) {
        if (work_.is_exhausted()) return false;
        const Pivot pivot = find_leaving(entering);
        push(pivot);
        if (pivot.leaving < 0) {
            Arc& moved = arc(entering);
            moved.state = moved.state == State::at_lower ? State::at_upper : State::at_lower;
        } else {
            move_subtree(pivot);
        }
    }
    return true;
}

bool NetworkSimplex::is_circulation() const {
    return std::all_of(arcs_.begin() + first_artificial_, arcs_.end(), [](const Arc& arc) { return arc.flow == 0; });
}

Wide NetworkSimplex::reduced_cost(int arc) const {
    const Arc& found = arcs_[index(arc)];
    return found.cost + nodes_[index(found.from)].potential - nodes_[index(found.to)].potential;
}

/// The arc that saves most in the first block with one that saves anything; -1 at the optimum.
int NetworkSimplex::find_entering() {
    int best = -1;
    Wide best_cost = 0;
    int in_block = 0;
    for (int seen = 0; seen < first_artificial_; ++seen) {
        const Arc& candidate = arc(next_priced_);
        const Wide cost = static_cast<int>(candidate.state) * reduced_cost(next_priced_);
        if (cost < best_cost) {
            best_cost = cost;
            best = next_priced_;
        }
        next_priced_ = next_priced_ + 1 == first_artificial_ ? 0 : next_priced_ + 1;
        work_.spend(1);
        if (++in_block == block_) {
            if (best >= 0) return best;
            in_block = 0;
        }
    }
    return best;
}

int NetworkSimplex::join_of(int a, int b) {
    while (a != b) {
        int& deeper = node(a).depth >= node(b).depth ? a : b;
        deeper = node(deeper).parent;
        work_.spend(1);
    }
    return a;
}

std::int64_t NetworkSimplex::room_up(int child) {
    const Arc& up = arc(node(child).arc);
    return leads_up(child) ? up.capacity - up.flow : up.flow;
}

std::int64_t NetworkSimplex::room_down(int child) {
    const Arc& up = arc(node(child).arc);
    return leads_up(child) ? up.flow : up.capacity - up.flow;
}

/// The last arc to block on the cycle, in its direction from the join on, leaves: the tree stays strongly feasible.
NetworkSimplex::Pivot NetworkSimplex::find_leaving(int entering) {
    const Arc& arc_in = arc(entering);
    const bool forward = arc_in.state == State::at_lower;
    Pivot pivot{entering, forward ? arc_in.from : arc_in.to, forward ? arc_in.to : arc_in.from, 0};
    pivot.join = join_of(pivot.first, pivot.second);
    pivot.amount = arc_in.capacity;
    for (int i = pivot.first; i != pivot.join; i = node(i).parent) {
        if (room_down(i) < pivot.amount) {
            pivot.amount = room_down(i);
            pivot.leaving = i;
            pivot.at_first = true;
        }
    }
    for (int i = pivot.second; i != pivot.join; i = node(i).parent) {
        if (room_up(i) <= pivot.amount) {
            pivot.amount = room_up(i);
            pivot.leaving = i;
            pivot.at_first = false;
        }
    }
    return pivot;
}

void NetworkSimplex::push(const Pivot& pivot) {
    if (pivot.amount == 0) return;
    Arc& entering = arc(pivot.entering);
    entering.flow += static_cast<int>(entering.state) * pivot.amount;
    for (int i = pivot.first; i != pivot.join; i = node(i).parent) {
        arc(node(i).arc).flow += leads_up(i) ? -pivot.amount : pivot.amount;
    }
    for (int i = pivot.second; i != pivot.join; i = node(i).parent) {
        arc(node(i).arc).flow += leads_up(i) ? pivot.amount : -pivot.amount;
    }
}

/// Cuts off the leaving arc's subtree and hangs it up by the entering arc.
void NetworkSimplex::move_subtree(const Pivot& pivot) {
    Arc& leaving = arc(node(pivot.leaving).arc);
    leaving.state = leaving.flow == 0 ? State::at_lower : State::at_upper;
    arc(pivot.entering).state = State::in_tree;

    int child = pivot.at_first ? pivot.first : pivot.second;
    const int top = child;
    int parent = pivot.at_first ? pivot.second : pivot.first;
    int arc_up = pivot.entering;
    while (true) {
        const int next = node(child).parent;
        const int next_arc = node(child).arc;
        detach(child);
        attach(child, parent, arc_up);
        if (child == pivot.leaving) break;
        parent = child;
        child = next;
        arc_up = next_arc;
    }
    update_below(top);
}

void NetworkSimplex::attach(int child, int parent, int arc_up) {
    Node& moved = node(child);
    moved.parent = parent;
    moved.arc = arc_up;
    moved.previous = -1;
    moved.next = node(parent).first_child;
    if (moved.next >= 0) node(moved.next).previous = child;
    node(parent).first_child = child;
}

void NetworkSimplex::detach(int child) {
    const Node& moved = node(child);
    if (moved.previous >= 0) {
        node(moved.previous).next = moved.next;
    } else {
        node(moved.parent).first_child = moved.next;
    }
    if (moved.next >= 0) node(moved.next).previous = moved.previous;
}

/// Sets depths and potentials so that the tree's arcs have no reduced cost, from a node down.
void NetworkSimplex::update_below(int top) {
    for (int i = top; i >= 0;) {
        Node& current = node(i);
        if (i != root_) {
            const Node& parent = node(current.parent);
            const Arc& up = arc(current.arc);
            current.depth = parent.depth + 1;
            current.potential = up.from == i ? parent.potential - up.cost : parent.potential + up.cost;
        }
        work_.spend(1);
        if (current.first_child >= 0) {
            i = current.first_child;
            continue;
        }
        while (i != top && node(i).next < 0) i = node(i).parent;
        i = i == top ? -1 : node(i).next;
    }
}

}  // namespace cadre::selection
