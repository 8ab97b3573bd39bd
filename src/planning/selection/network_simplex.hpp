#pragma once

#include "planning/selection/work.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cadre::selection {

/// Sums of priced scores, and above them whole numbers of penalties.
__extension__ using Wide = __int128;

/// Outweighs all costs of a network together; they stay below 2^96 (see SelectionLimits).
constexpr Wide penalty = Wide{1} << 100;

/// How many penalties a cost holds, the costs themselves rounded away.
inline std::int64_t penalties_in(Wide cost) {
    return static_cast<std::int64_t>((cost + (penalty >> 1)) >> 100);
}

/// Finds a circulation of least cost: every arc's flow lies between its bounds, every node passes on what it receives.
///
/// The network simplex method on strongly feasible trees, which cannot cycle (Cunningham 1976; Ahuja, Magnanti, Orlin:
/// Network Flows, 1993, chapter 11), with block pricing (Grigoriadis 1986). After costs change it goes on from the tree
/// of the last solution. Where no circulation exists it finds one that exceeds the nodes' balance by least.
class NetworkSimplex {
public:
    NetworkSimplex(int node_count, Work& work);

    /// Needs lower <= upper. Returns the arc's number.
    int add_arc(int from, int to, std::int64_t lower, std::int64_t upper);
    /// To be called once, after all arcs.
    void build();

    void set_cost(int arc, Wide cost) { arcs_[index(arc)].cost = cost; }
    /// Returns false when the work limit is reached first; then flows are within bounds but not of least cost.
    bool minimise();

    /// Whether the flows balance at every node.
    bool is_circulation() const;
    std::int64_t flow(int arc) const { return arcs_[index(arc)].lower + arcs_[index(arc)].flow; }
    /// By how much one more unit through the arc raises the cost.
    Wide reduced_cost(int arc) const;

private:
    enum class State : std::int8_t { at_lower = 1, in_tree = 0, at_upper = -1 };
    struct Arc {
        int from;
        int to;
        std::int64_t lower;
        std::int64_t capacity;  ///< above the lower bound, as the flow
        std::int64_t flow = 0;
        Wide cost = 0;
        State state = State::at_lower;
    };
    struct Node {
        int parent = -1;
        int arc = -1;  ///< to the parent
        int depth = 0;
        int first_child = -1;
        int next = -1;  ///< sibling
        int previous = -1;
        Wide potential = 0;
    };
    struct Pivot {
        int entering;
        int first;   ///< where the entering arc's additional flow comes from
        int second;  ///< and where it goes
        int join;
        int leaving = -1;       ///< the node whose tree arc leaves; -1: the entering arc goes to its other bound
        bool at_first = false;  ///< the leaving arc is on the side of `first`
        std::int64_t amount = 0;
    };

    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    Node& node(int i) { return nodes_[index(i)]; }
    Arc& arc(int i) { return arcs_[index(i)]; }

    int find_entering();
    Pivot find_leaving(int entering);
    int join_of(int a, int b);
    bool leads_up(int child) { return arc(node(child).arc).from == child; }
    std::int64_t room_up(int child);
    std::int64_t room_down(int child);
    void push(const Pivot& pivot);
    void move_subtree(const Pivot& pivot);
    void attach(int child, int parent, int arc);
    void detach(int child);
    void update_below(int top);

    Work& work_;
    int root_;
    std::vector<Arc> arcs_;
    std::vector<Node> nodes_;
    int first_artificial_ = 0;
    int next_priced_ = 0;
    int block_ = 1;
};

}  // namespace cadre::selection
