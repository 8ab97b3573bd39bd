#include <cadre/evaluation/needs.hpp>

#include "evaluation/named_criterion.hpp"
#include "evaluation/program.hpp"
#include "evaluation/remedies/appended_member.hpp"
#include "evaluation/remedies/held_up.hpp"
#include "evaluation/remedies/need_search.hpp"
#include "evaluation/remedies/raised_list.hpp"
#include "evaluation/remedies/remedy_search.hpp"
#include "evaluation/value_text.hpp"
#include "roster/roster_assembly.hpp"

#include <cadre/error.hpp>

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

namespace cadre {
namespace {

std::int64_t count_of(const RowWords& rows) {
    std::int64_t count = 0;
    for (const std::uint64_t word : rows) count += std::popcount(word);
    return count;
}

/// Everything that one call works on.
class NeedsFinder {
public:
    NeedsFinder(const Pack& pack, const Criterion& criterion, const Roster& roster, const EvaluationOptions& options)
        : schema_(*pack.schema()),
          criterion_(criterion),
          options_(options),
          program_(compile({{criterion.id, criterion.table, criterion.condition}}, pack.schema())),
          roster_(RosterAssembly::with_texts(roster, texts_of(roster))),
          days_(decision_days(options)),
          evaluator_(schema_, roster_, days_.as_of, days_.law_as_of, options.strict_snapshot),
          critical_(*criterion.condition, evaluator_, days_.as_of, days_.law_as_of),
          verdicts_(evaluate(program_, roster_, options)) {}

    Needs find(std::size_t changes) {
        Needs needs;
        needs.criterion = criterion_.id;
        needs.title = criterion_.title;
        needs.table = schema_.table(criterion_.table).id;
        needs.as_of = days_.as_of;
        needs.law_as_of = days_.law_as_of;
        needs.most_changes = changes;
        needs.counts = verdicts_.columns().front().counts();
        needs.complete = true;
        if (roster_.schema().find_table(needs.table)) add_needs(needs);
        rank_held_up(evaluator_, *criterion_.condition, verdicts_.columns().front(), needs);
        return needs;
    }

private:
    std::vector<std::string> texts_of(const Roster& roster) const;
    std::vector<RaisedAttribute> attributes(bool& complete);
    bool raise(RaisedAttribute& raised, const AttributeReads& reads);
    bool append(RaisedAttribute& raised);
    void add_needs(Needs& needs);
    void add_kinds(const FoundNeed& found, const RowWords& several, Needs& needs);
    bool or_more(const FoundNeed& found, std::size_t widened, const RowWords& rows);
    Change described(std::size_t attribute, std::size_t value, bool missing) const;
    RowWords open_rows() const;

    const Schema& schema_;
    const Criterion& criterion_;
    const EvaluationOptions& options_;
    Program program_;
    Roster roster_;
    DecisionDays days_;
    ReferenceEvaluator evaluator_;
    CriticalValues critical_;
    VerdictTable verdicts_;
    std::vector<RaisedAttribute> attributes_;
};

/// The texts that rules and declared members ask for, which the roster need not know.
std::vector<std::string> NeedsFinder::texts_of(const Roster& roster) const {
    const DecisionDays days = decision_days(options_);
    ReferenceEvaluator evaluator(schema_, roster, days.as_of, days.law_as_of);
    const CriticalValues critical(*criterion_.condition, evaluator, days.as_of, days.law_as_of);
    std::vector<std::string> texts;
    const auto add = [&](const Attribute& attribute, const std::vector<RaisedValue>& values) {
        for (const RaisedValue& value : values) {
            const auto* text = std::get_if<std::string>(&value.written);
            if (attribute.type.kind == TypeKind::text && text != nullptr) texts.push_back(*text);
        }
    };
    const std::vector<Attribute>& attributes = schema_.table(criterion_.table).attributes;
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        const AttributeReads* reads = critical.find(criterion_.table, static_cast<int>(i));
        if (reads == nullptr || !attributes[i].changeable) continue;
        if (attributes[i].type.kind == TypeKind::text)
            add(attributes[i], raised_values(attributes[i], *reads, evaluator));
        if (!attributes[i].append) continue;
        const std::vector<Attribute>& members = schema_.table(attributes[i].child_table).attributes;
        const MemberKinds kinds(evaluator, critical, days.as_of, attributes[i]);
        for (const MemberKinds::Kind& kind : kinds.all()) {
            for (std::size_t at = 0; at < members.size(); ++at) add(members[at], {kind[at]});
        }
    }
    return texts;
}

std::vector<RaisedAttribute> NeedsFinder::attributes(bool& complete) {
    const Table& table = schema_.table(criterion_.table);
    const int theirs = *roster_.schema().find_table(table.id);
    std::vector<RaisedAttribute> found;
    for (std::size_t i = 0; i < table.attributes.size(); ++i) {
        const Attribute& attribute = table.attributes[i];
        const int at = static_cast<int>(i);
        const AttributeReads* reads = critical_.find(criterion_.table, at);
        if (reads == nullptr || !attribute.changeable || attribute.sensitive) continue;
        const auto position = roster_.schema().table(theirs).find(attribute.id);
        RaisedAttribute raised{.attribute = at, .column_attribute = position.value_or(-1)};
        bool all = false;
        if (position && !evaluator_.binding().hides(criterion_.table, at)) {
            all = attribute.append ? append(raised) : may_be_raised(attribute) && raise(raised, *reads);
        }
        complete = complete && all;
        if (!raised.columns.empty()) found.push_back(std::move(raised));
    }
    return found;
}

/// Whether all values that make a difference are among those that the cells are raised to.
bool NeedsFinder::raise(RaisedAttribute& raised, const AttributeReads& reads) {
    const Attribute& attribute = schema_.attribute(criterion_.table, raised.attribute);
    const RosterBinding& binding = evaluator_.binding();
    raised.values = raised_values(attribute, reads, evaluator_);
    for (const RaisedValue& value : raised.values) {
        raised.columns.push_back(raised_column(schema_, attribute, binding.column(criterion_.table, raised.attribute),
                                               binding.rows(criterion_.table), value, roster_));
    }
    raised.at_most = at_most_of(raised.values.size(), is_raised_by_order(attribute.type.kind));
    return reads.complete || attribute.type.kind == TypeKind::level;
}

/// Whether all members that make a difference are among those that the lists gain.
bool NeedsFinder::append(RaisedAttribute& raised) {
    const Attribute& attribute = schema_.attribute(criterion_.table, raised.attribute);
    raised.kinds = std::make_shared<const MemberKinds>(evaluator_, critical_, days_.as_of, attribute);
    auto columns =
        RaisedList(evaluator_.binding(), criterion_.table, raised.attribute, *raised.kinds, critical_).columns();
    if (!columns) return false;
    raised.columns = *std::move(columns);
    raised.at_most = raised.kinds->at_most();
    raised.member_table = *roster_.schema().find_table(schema_.table(attribute.child_table).id);
    return raised.kinds->complete();
}

RowWords NeedsFinder::open_rows() const {
    const VerdictColumn& verdicts = verdicts_.columns().front();
    RowWords open = verdicts.met();
    for (std::uint64_t& word : open) word = ~word;
    if (verdicts.size() % 64 != 0) open.back() &= (std::uint64_t{1} << (verdicts.size() % 64)) - 1;
    return open;
}

void NeedsFinder::add_needs(Needs& needs) {
    const VerdictColumn& verdicts = verdicts_.columns().front();
    if (verdicts.size() == 0 || !verdicts.in_force()) return;
    attributes_ = attributes(needs.complete);
    needs.complete = needs.complete && attributes_.size() <= needs.most_changes;
    const int theirs = *roster_.schema().find_table(needs.table);
    NeedSearch search(program_, roster_, theirs, options_, attributes_, open_rows());
    const std::vector<FoundNeed> found = search.find(needs.most_changes);

    RowWords once(verdicts.met().size());
    RowWords twice(verdicts.met().size());
    for (const FoundNeed& need : found) {
        for (std::size_t i = 0; i < once.size(); ++i) {
            twice[i] |= once[i] & need.rows[i];
            once[i] |= need.rows[i];
        }
    }
    needs.helped = count_of(once);
    for (const FoundNeed& need : found) add_kinds(need, twice, needs);
    std::stable_sort(needs.needs.begin(), needs.needs.end(),
                     [](const Need& a, const Need& b) { return a.rows > b.rows; });
}

/// One need for each way in which its cells are missing or lower.
void NeedsFinder::add_kinds(const FoundNeed& found, const RowWords& several, Needs& needs) {
    for (std::size_t kinds = 0; kinds < std::size_t{1} << found.values.size(); ++kinds) {
        Need need;
        RowWords rows = found.rows;
        for (std::size_t at = 0; at < found.values.size(); ++at) {
            const auto [attribute, value] = found.values[at];
            const bool missing = ((kinds >> at) & 1U) != 0;
            const RaisedColumn& column = attributes_[attribute].columns[value];
            const RowWords& cells = missing ? column.missing : column.raised;
            for (std::size_t i = 0; i < rows.size(); ++i) rows[i] &= cells[i];
            need.changes.push_back(described(attribute, value, missing));
        }
        need.rows = count_of(rows);
        if (need.rows == 0) continue;
        for (std::size_t at = 0; at < need.changes.size(); ++at) need.changes[at].or_more = or_more(found, at, rows);
        for (std::size_t i = 0; i < rows.size(); ++i) rows[i] &= ~several[i];
        need.only = count_of(rows);
        needs.needs.push_back(std::move(need));
    }
}

/// Whether higher values do, too, for the first of the rows.
bool NeedsFinder::or_more(const FoundNeed& found, std::size_t widened, const RowWords& rows) {
    std::size_t word = 0;
    while (rows[word] == 0) ++word;
    const auto row = static_cast<std::int64_t>(word * 64) + std::countr_zero(rows[word]);
    Hypothesis hypothesis;
    for (std::size_t at = 0; at < found.values.size(); ++at) {
        const RaisedAttribute& raised = attributes_[found.values[at].first];
        const TypeKind kind = schema_.attribute(criterion_.table, raised.attribute).type.kind;
        if (at == widened && (raised.kinds || !is_raised_by_order(kind))) return false;
        const CellIndex cell{criterion_.table, row, raised.attribute};
        if (raised.kinds) {
            const AppendedMember appended(evaluator_, *raised.kinds, cell);
            hypothesis.merge(appended.cells(raised.kinds->all()[found.values[at].second]));
        } else {
            const AbstractValue& value = raised.values[found.values[at].second].value;
            hypothesis[cell] = at == widened ? and_above(value) : value;
        }
    }
    evaluator_.judge_row(row);
    evaluator_.suppose(&hypothesis);
    const Verdict verdict = evaluator_.truth(*criterion_.condition);
    evaluator_.suppose(nullptr);
    return verdict == Verdict::met;
}

Change NeedsFinder::described(std::size_t at, std::size_t value, bool missing) const {
    if (attributes_[at].kinds) return attributes_[at].kinds->change(attributes_[at].kinds->all()[value], missing);
    const Attribute& attribute = schema_.attribute(criterion_.table, attributes_[at].attribute);
    const RaisedValue& raised = attributes_[at].values[value];
    const bool is_raised = is_raised_by_order(attribute.type.kind);
    Change change;
    change.kind = missing ? Change::Kind::establish : is_raised ? Change::Kind::raise : Change::Kind::obtain;
    change.attribute = attribute.id;
    change.meaning = attribute.meaning;
    change.value = raised.written;
    change.target = ValueText(evaluator_.binding(), evaluator_.texts())(attribute.type, raised.value);
    return change;
}

}  // namespace

Needs needs(const Pack& pack, std::string_view criterion, const Roster& roster, const EvaluationOptions& options,
            std::size_t changes) {
    check_most_changes(changes);
    return NeedsFinder(pack, named_criterion(pack, criterion), roster, options).find(changes);
}

}  // namespace cadre
