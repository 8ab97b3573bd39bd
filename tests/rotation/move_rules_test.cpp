#include <cadre/rotation/move_rules.hpp>

#include "rotation/rotation_pack.hpp"

#include <cadre/error.hpp>
#include <cadre/roster/roster_builder.hpp>

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace cadre {
namespace {

using testing::rotation_pack;
using testing::rotation_policy;

const DayNumber day = day_number(Date(2016, 1, 1));

/// Units of two districts and of the city, each with one post; "city" is a leading one of rank 5.
class Posts : public RosterBuilder {
public:
    Posts() {
        add("units", {{"id", "city"}, {"tier", "city"}, {"parent", None{}}, {"sector", "party"}});
        add("units", {{"id", "east"}, {"tier", "district"}, {"parent", "city"}, {"sector", "party"}});
        add("units", {{"id", "west"}, {"tier", "district"}, {"parent", "city"}});
        add("posts", {{"id", "city"}, {"unit", "city"}, {"rank", 5}, {"leading", true}});
        add("posts", {{"id", "east"}, {"unit", "east"}, {"rank", 3}, {"leading", false}});
        add("posts", {{"id", "west"}, {"unit", "west"}, {"leading", false}});
    }
};

constexpr std::size_t city = 0;
constexpr std::size_t east = 1;
constexpr std::size_t west = 2;

ProposedMove to_post(std::size_t cadre, std::size_t to, std::optional<std::size_t> from = {}) {
    return {.cadre = cadre, .to = to, .from = from, .day = day};
}

/// How one move stands with the one rule.
MoveVerdict verdict(const std::string& keys, const RosterBuilder& builder, const ProposedMove& move) {
    const MoveRules rules(rotation_pack(rotation_policy("p", keys)), builder.build());
    EXPECT_EQ(rules.rules().size(), 1u);
    return rules.judge({move}).at(0, 0);
}

constexpr MoveVerdict is_met{Verdict::met, Verdict::not_met};
constexpr MoveVerdict is_not_met{Verdict::not_met, Verdict::not_met};
constexpr MoveVerdict is_open{Verdict::undetermined, Verdict::not_met};

TEST(MoveRules, SeeThePostThatIsTakenAsTheOneProposed) {
    Posts builder;
    builder.add("cadres", {{"id", "a"}, {"proposed_post", "city"}});
    const std::string rank = "rule = \"move\"\nmeet = 'proposed_post.rank <= 4'";
    EXPECT_EQ(verdict(rank, builder, to_post(0, city)), is_not_met);
    EXPECT_EQ(verdict(rank, builder, to_post(0, east)), is_met);
    EXPECT_EQ(verdict(rank, builder, to_post(0, west)), is_open);
    EXPECT_EQ(verdict(rank, builder, {.cadre = 0, .day = day}), is_open);
}

TEST(MoveRules, AreForThePostsAndCadresThatTheyName) {
    Posts builder;
    builder.add("cadres", {{"id", "a"}, {"party_member", false}, {"degree", "college"}});
    builder.add("cadres", {{"id", "b"}, {"degree", "college"}});
    const std::string rule = "rule = \"move\"\ninto = 'leading'\nmeet = 'degree >= \"master\"'";
    EXPECT_EQ(verdict(rule, builder, to_post(0, city)), is_not_met);
    EXPECT_EQ(verdict(rule, builder, to_post(0, east)), is_met);
    EXPECT_EQ(verdict(rule + "\ncadres = 'party_member'", builder, to_post(0, city)), is_met);
    EXPECT_EQ(verdict(rule + "\ncadres = 'party_member'", builder, to_post(1, city)), is_open);
    const MoveVerdict exempt = verdict(rule + "\nexempt = 'not(party_member)'", builder, to_post(0, city));
    EXPECT_EQ(exempt, (MoveVerdict{Verdict::not_met, Verdict::met}));
    EXPECT_EQ(exempt.allowed(), Verdict::met);
    EXPECT_EQ(verdict(rule + "\nexempt = 'not(party_member)'", builder, to_post(1, city)).allowed(),
              Verdict::undetermined);
}

TEST(MoveRules, AreForTheKindsOfMovesThatTheyName) {
    Posts builder;
    builder.add("cadres", {{"id", "a"}, {"party_member", true}});
    const auto of = [&](const std::string& keys, const char* kind, std::size_t to) {
        ProposedMove move = to_post(0, to, east);
        move.kind = kind;
        return verdict(keys + "\nkinds = [\"rotation\", \"secondment\"]", builder, move);
    };
    const std::string rank = "rule = \"move\"\nmeet = 'proposed_post.rank <= 4'";
    EXPECT_EQ(of(rank, "rotation", city), is_not_met);
    EXPECT_EQ(of(rank, "secondment", city), is_not_met);
    EXPECT_EQ(of(rank, "transfer", city), is_met) << "the rule is not for it";
    EXPECT_EQ(of(rank, "", city), is_open);
    EXPECT_EQ(of(rank, "", east), is_met) << "of whatever kind the move is";
    EXPECT_EQ(of(rank, "rotation", west), is_open);
    EXPECT_EQ(of(rank, "transfer", west), is_met) << "whatever the rank is";
    EXPECT_EQ(of(rank + "\ninto = 'not(leading)'", "", city), is_met) << "the rule is not on the post";
    EXPECT_EQ(of(rank + "\nexempt = 'party_member'", "", city).allowed(), Verdict::met);
    const std::string down = "rule = \"direction\"\ndirections = [\"city_to_grassroots\"]";
    EXPECT_EQ(of(down, "rotation", city), is_not_met);
    EXPECT_EQ(of(down, "transfer", city), is_met);
    EXPECT_EQ(of(down, "", city), is_open);
}

TEST(MoveRules, JudgeDirectionsByTheUnitsOfBothPosts) {
    Posts builder;
    builder.add("posts", {{"id", "somewhere"}});
    builder.add("posts", {{"id", "east too"}, {"unit", "east"}});
    builder.add("cadres", {{"id", "a"}});
    const std::string down = "rule = \"direction\"\ndirections = [\"city_to_grassroots\", \"among_districts\"]";
    EXPECT_EQ(verdict(down, builder, to_post(0, east, city)), is_met);
    EXPECT_EQ(verdict(down, builder, to_post(0, east, west)), is_met);
    EXPECT_EQ(verdict(down, builder, to_post(0, city, east)), is_not_met);
    EXPECT_EQ(verdict(down, builder, to_post(0, 4, east)), is_not_met) << "inside one unit there is no direction";
    EXPECT_EQ(verdict(down, builder, to_post(0, east, 3)), is_open);
    EXPECT_EQ(verdict(down, builder, to_post(0, east)), is_open);
    EXPECT_EQ(verdict(down, builder, {.cadre = 0, .to = east, .enters = true, .day = day}), is_met);
}

TEST(MoveRules, AreTheLawOfTheDayOfTheMove) {
    Posts builder;
    builder.add("cadres", {{"id", "a"}, {"birth_date", Date(1966, 1, 1)}});
    const std::string rule = "rule = \"move\"\nmeet = 'as_of < date(2016, 6, 1)'\nfrom = 2016-01-01\nto = 2017-01-01";
    const Pack pack = rotation_pack(rotation_policy("p", rule));
    const auto on = [&](const Date& of, const MoveRuleOptions& options = {}) {
        return MoveRules(pack, builder.build(), options)
            .judge({{.cadre = 0, .to = east, .day = day_number(of)}})
            .allowed(0);
    };
    EXPECT_EQ(on(Date(2016, 5, 31)), Verdict::met);
    EXPECT_EQ(on(Date(2016, 6, 1)), Verdict::not_met);
    EXPECT_EQ(on(Date(2017, 1, 1)), Verdict::met) << "no law any more";
    EXPECT_EQ(on(Date(2017, 1, 1), {.law_as_of = Date(2016, 12, 31)}), Verdict::not_met);
}

TEST(MoveRules, NameTheCellsThatWouldDecide) {
    Posts builder;
    builder.add("posts", {{"id", "somewhere"}});
    builder.add("cadres", {{"id", "a"}, {"party_member", true}});
    const Pack pack = rotation_pack(
        rotation_policy("rank", "rule = \"move\"\nmeet = 'proposed_post.rank <= 4 and degree >= \"master\"'") +
        rotation_policy("direction",
                        "rule = \"direction\"\ndirections = [\"among_districts\", \"party_to_government\"]"));
    const MoveRules rules(pack, builder.build());
    const auto names = [&](const ProposedMove& move, std::size_t rule) {
        std::vector<std::string> found;
        for (const MissingField& field : rules.missing(move, rule)) {
            found.push_back(field.table + '.' + field.attribute + ' ' + std::to_string(field.row));
        }
        return found;
    };
    using Names = std::vector<std::string>;
    EXPECT_EQ(names(to_post(0, east), 0), Names{"cadres.degree 0"});
    EXPECT_EQ(names(to_post(0, west), 0), (Names{"cadres.degree 0", "posts.rank 2"}));
    EXPECT_EQ(names(to_post(0, city), 0), Names{}) << "is not met, whatever the degree";
    EXPECT_EQ(names(to_post(0, 3, east), 1), Names{"posts.unit 3"});
    EXPECT_EQ(names(to_post(0, west, city), 1), Names{"units.sector 2"});
}

TEST(MoveRules, NameTheKindThatThePlanDoesNotSay) {
    Posts builder;
    builder.add("cadres", {{"id", "a"}});
    builder.add("planned_moves", {{"cadre", "a"}, {"to", "city"}});
    const Pack pack = rotation_pack(
        rotation_policy("p", "rule = \"move\"\nkinds = [\"rotation\"]\nmeet = 'proposed_post.rank <= 4'"));
    const MoveRules rules(pack, builder.build());
    ProposedMove move = to_post(0, city);
    EXPECT_TRUE(rules.missing(move, 0).empty()) << "it is from no table";
    const std::string untold = rules.explain(move, 0).to_text(Language::en);
    EXPECT_NE(untold.find("the kind of the move is not known"), std::string::npos) << untold;
    move.row = 0;
    const auto missing = rules.missing(move, 0);
    ASSERT_EQ(missing.size(), 1u);
    EXPECT_EQ(missing[0].table + '.' + missing[0].attribute, "planned_moves.kind");
    EXPECT_EQ(rules.explain(move, 0).root.children.at(0).missing, missing);
    move.kind = "transfer";
    EXPECT_TRUE(rules.missing(move, 0).empty());
    const std::string other = rules.explain(move, 0).to_text(Language::vi);
    EXPECT_NE(other.find("Quy tắc áp dụng cho hình thức bố trí: Điều động (cần: Luân chuyển)"), std::string::npos)
        << other;
}

TEST(MoveRules, ExplainWhatTheySee) {
    Posts builder;
    builder.add("cadres", {{"id", "a"}});
    const Pack pack =
        rotation_pack(rotation_policy("rank", "rule = \"move\"\ninto = 'leading'\nmeet = 'proposed_post.rank <= 4'") +
                      rotation_policy("down", "rule = \"direction\"\ndirections = [\"city_to_grassroots\"]"));
    const MoveRules rules(pack, builder.build());
    const Explanation rank = rules.explain(to_post(0, city), 0);
    EXPECT_EQ(rank.verdict(), Verdict::not_met);
    EXPECT_EQ(rank.criterion, "rank");
    EXPECT_EQ(rank.as_of, day);
    const std::string text = rank.to_text(Language::en);
    EXPECT_NE(text.find("✓ The rule is on the post that is taken"), std::string::npos) << text;
    EXPECT_NE(text.find(": 5 (needed: at most 4; over by 1)"), std::string::npos) << text;
    const std::string direction = rules.explain(to_post(0, city, east), 1).to_text(Language::en);
    EXPECT_NE(direction.find("Direction of the move: District to province, Grassroots to city (needed: City to "
                             "grassroots)"),
              std::string::npos)
        << direction;
}

TEST(MoveRules, RefuseRowsAndDaysThatAreNot) {
    Posts builder;
    builder.add("cadres", {{"id", "a"}});
    const MoveRules rules(rotation_pack(rotation_policy("p", "rule = \"move\"\nmeet = 'party_member'")),
                          builder.build());
    EXPECT_THROW(rules.judge({to_post(1, city)}), Error);
    EXPECT_THROW(rules.judge({to_post(0, 3)}), Error);
    EXPECT_THROW(rules.judge({to_post(0, city, 3)}), Error);
    EXPECT_THROW(rules.judge({{.cadre = 0, .to = city, .day = last_day + 1}}), Error);
    EXPECT_THROW(rules.judge({{.cadre = 0, .to = city, .day = day, .kind = "rotaton"}}), Error);
}

/// Cadres and posts with random cells, of which some are missing.
class RandomPairs {
public:
    explicit RandomPairs(unsigned seed) : random_(seed) {}

    bool coin(int one_in) { return std::uniform_int_distribution<>(1, one_in)(random_) == 1; }
    std::size_t pick(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }

    /// With `full` the cells that are missing in the other are there.
    void add_rows(RosterBuilder& some, RosterBuilder& full) {
        const std::vector<std::string> degrees{"college", "bachelor", "master"};
        const auto add = [&](const char* table, std::size_t row, const Record& cells) {
            const std::string id = std::string(table) + std::to_string(row);
            Record kept{{"id", id}};
            for (const auto& cell : cells) {
                if (!coin(4)) kept.push_back(cell);
            }
            Record all{{"id", id}};
            all.insert(all.end(), cells.begin(), cells.end());
            some.add(table, kept);
            full.add(table, all);
        };
        for (std::size_t unit = 0; unit < 6; ++unit) {
            add("units", unit, {{"tier", unit < 3 ? "district" : "commune"}, {"parent", None{}}});
        }
        for (std::size_t post = 0; post < 20; ++post) {
            add("posts", post,
                {{"rank", static_cast<std::int64_t>(pick(5))},
                 {"leading", coin(2)},
                 {"unit", "units" + std::to_string(pick(6))}});
        }
        for (std::size_t cadre = 0; cadre < 130; ++cadre) {
            add("cadres", cadre, {{"degree", degrees[pick(3)]}, {"party_member", coin(2)}});
        }
    }

    std::string kind() { return coin(2) ? "rotation" : "transfer"; }

    std::vector<ProposedMove> moves(std::size_t count) {
        std::vector<ProposedMove> found;
        for (std::size_t i = 0; i < count; ++i) {
            ProposedMove move{.cadre = pick(130), .day = day + static_cast<DayNumber>(pick(2))};
            if (!coin(10)) move.to = pick(20);
            if (!coin(10)) move.from = pick(20);
            move.enters = coin(10);
            if (!coin(4)) move.kind = kind();
            found.push_back(move);
        }
        return found;
    }

private:
    std::mt19937 random_;
};

const std::string random_rules =
    rotation_policy("rank",
                    "rule = \"move\"\ninto = 'leading'\nmeet = 'proposed_post.rank <= 2 or degree >= \"master\"'") +
    rotation_policy("known",
                    "rule = \"move\"\ncadres = 'party_member'\nexempt = 'degree = \"college\"'\n"
                    "meet = 'as_of > date(2016, 1, 1) and proposed_post.leading'") +
    rotation_policy("plain", "rule = \"move\"\nkinds = [\"transfer\"]\ninto = 'rank > 1'\nmeet = 'party_member'") +
    rotation_policy("way",
                    "rule = \"direction\"\ndirections = [\"district_to_commune\", \"commune_to_commune\"]\n"
                    "kinds = [\"rotation\", \"secondment\"]\n"
                    "exempt = 'proposed_post.rank = 0'");

TEST(MoveRules, SayTheSameOfManyMovesAsOfEachAlone) {
    const Pack pack = rotation_pack(random_rules);
    for (unsigned seed = 0; seed < 20; ++seed) {
        RandomPairs random(seed);
        RosterBuilder some, full;
        random.add_rows(some, full);
        const MoveRules rules(pack, some.build(), {.threads = seed % 2 == 0 ? 1 : 2});
        const std::vector<ProposedMove> moves = random.moves(600);
        const MoveVerdicts together = rules.judge(moves);
        for (std::size_t at = 0; at < moves.size(); ++at) {
            const MoveVerdicts alone = rules.judge({moves[at]});
            for (std::size_t rule = 0; rule < rules.rules().size(); ++rule) {
                ASSERT_EQ(together.at(at, rule), alone.at(0, rule)) << seed << ' ' << at << ' ' << rule;
            }
        }
    }
}

TEST(MoveRules, KeepAKnownVerdictHoweverMissingDataIsFilled) {
    const Pack pack = rotation_pack(random_rules);
    std::size_t known = 0;
    for (unsigned seed = 100; seed < 120; ++seed) {
        RandomPairs random(seed);
        RosterBuilder some, full;
        random.add_rows(some, full);
        const std::vector<ProposedMove> moves = random.moves(300);
        std::vector<ProposedMove> filled = moves;
        for (ProposedMove& move : filled) {
            if (!move.to) move.to = random.pick(20);
            if (!move.from && !move.enters) move.from = random.pick(20);
            if (move.kind.empty()) move.kind = random.kind();
        }
        const MoveRules rules(pack, some.build());
        const MoveVerdicts before = rules.judge(moves);
        const MoveVerdicts after = MoveRules(pack, full.build()).judge(filled);
        for (std::size_t at = 0; at < moves.size(); ++at) {
            for (std::size_t rule = 0; rule < 4; ++rule) {
                const Verdict verdict = before.at(at, rule).allowed();
                if (verdict == Verdict::undetermined) continue;
                ++known;
                ASSERT_EQ(verdict, after.at(at, rule).allowed()) << seed << ' ' << at << ' ' << rule;
                ASSERT_TRUE(rules.missing(moves[at], rule).empty());
            }
        }
    }
    EXPECT_GT(known, 5000u);
}

}  // namespace
}  // namespace cadre
