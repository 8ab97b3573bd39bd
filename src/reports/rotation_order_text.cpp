#include "reports/plan_words.hpp"
#include "reports/text_table.hpp"

#include <cadre/messages/texts/rotation.hpp>
#include <cadre/reports/rotation_audit_text.hpp>
#include <cadre/reports/rotation_plan_text.hpp>

#include <algorithm>

namespace cadre {
namespace {

constexpr std::size_t first_width = 16;

MessageId word_of(MoveObstacle obstacle) {
    switch (obstacle) {
        case MoveObstacle::not_known: return texts::order_not_known;
        case MoveObstacle::not_held: return texts::plan_not_held;
        case MoveObstacle::already_held: return texts::plan_already_held;
        case MoveObstacle::seats_unknown: return texts::order_seats_unknown;
        case MoveObstacle::no_seat: return texts::order_no_seat;
        default: return texts::order_waits;
    }
}

/// Writes one order in one language.
class RotationOrderText {
public:
    RotationOrderText(const MoveOrder& order, const RotationPlan& plan, const Roster& roster, Language language)
        : order_(order), words_(plan, roster, language) {}

    std::string write() {
        const auto placed = static_cast<std::int64_t>(order_.moves.size());
        const auto blocked = static_cast<std::int64_t>(order_.blocked.size());
        line(words_.word(texts::order_title, {placed + blocked, placed}));
        add_moves();
        for (const std::vector<std::size_t>& cycle : order_.cycles) {
            line(words_.word(texts::order_cycle, {words_.list_of(cycle)}));
        }
        if (order_.critical_chain.size() > 1) {
            line(words_.word(texts::order_chain, {words_.list_of(order_.critical_chain), order_.critical_days}));
        }
        add_blocked();
        line("\n" + words_.word(texts::findings_for_review));
        return std::move(text_);
    }

private:
    void line(const std::string& content) { text_ += content + '\n'; }

    void add_moves() {
        if (order_.moves.empty()) return;
        TextTable table(first_width);
        std::vector<std::string> heads = words_.move_heads();
        heads.insert(heads.begin(), {words_.word(texts::plan_column_day), words_.word(texts::order_column_stage)});
        heads.insert(heads.end(), {words_.word(texts::order_column_after), words_.word(texts::order_column_leaves)});
        table.add_row(std::move(heads));
        const std::size_t listed = std::min(order_.moves.size(), most_findings_listed);
        for (std::size_t i = 0; i < listed; ++i) table.add_row(cells(order_.moves[i]));
        add(table, order_.moves.size() - listed);
    }

    std::vector<std::string> cells(const OrderedMove& move) const {
        std::vector<std::string> cells = words_.move_cells(move.move);
        cells.insert(cells.begin(), {words_.day(move.day), std::to_string(move.stage)});
        cells.push_back(move.depends_on ? words_.move(*move.depends_on) : "–");
        cells.push_back(words_.day(move.leaves_on));
        return cells;
    }

    void add_blocked() {
        if (order_.blocked.empty()) return;
        line("\n" + words_.word(texts::order_blocked, {static_cast<std::int64_t>(order_.blocked.size())}));
        TextTable table(first_width);
        std::vector<std::string> heads = words_.move_heads();
        heads.insert(heads.end(), {words_.word(texts::plan_column_why), words_.word(texts::order_column_waits)});
        table.add_row(std::move(heads));
        const std::size_t listed = std::min(order_.blocked.size(), most_findings_listed);
        for (std::size_t i = 0; i < listed; ++i) {
            const BlockedMove& blocked = order_.blocked[i];
            std::vector<std::string> cells = words_.move_cells(blocked.move);
            cells.push_back(words_.word(word_of(blocked.obstacle)));
            cells.push_back(blocked.waits_for ? words_.move(*blocked.waits_for) : "–");
            table.add_row(std::move(cells));
        }
        add(table, order_.blocked.size() - listed);
    }

    void add(const TextTable& table, std::size_t more) {
        text_ += table.to_text();
        if (more > 0) line(words_.word(texts::audit_more, {static_cast<std::int64_t>(more)}));
    }

    const MoveOrder& order_;
    PlanWords words_;
    std::string text_;
};

}  // namespace

std::string rotation_order_text(const MoveOrder& order, const RotationPlan& plan, const Roster& roster,
                                Language language) {
    return RotationOrderText(order, plan, roster, language).write();
}

}  // namespace cadre
