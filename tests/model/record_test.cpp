#include "model/field_table.hpp"

#include <cadre/schema/schema.hpp>

#include <gtest/gtest.h>

#include <set>
#include <type_traits>

namespace cadre {
namespace {

template <class T>
struct Content;
template <class T>
struct Content<Fact<T>> {
    static bool fits(const Type& type) {
        switch (type.kind) {
            case TypeKind::boolean: return std::is_same_v<T, bool>;
            case TypeKind::integer: return std::is_same_v<T, std::int64_t>;
            case TypeKind::decimal: return std::is_same_v<T, double>;
            case TypeKind::date: return std::is_same_v<T, Date>;
            case TypeKind::months:
            case TypeKind::days: return std::is_same_v<T, Duration>;
            default: return std::is_same_v<T, std::string> && type.kind != TypeKind::list;
        }
    }
};
template <class T>
struct Content<Members<T>> {
    static bool fits(const Type& type) {
        const bool record = type.element != nullptr && type.element->kind == TypeKind::record;
        return type.kind == TypeKind::list && record == !std::is_same_v<T, std::string>;
    }
};

template <class Owner>
class ModelTypes : public testing::Test {};
using Types = testing::Types<Cadre, Unit, Post, Appointment, Appraisal, Qualification, Discipline, Training, Planning,
                             Deferral, Relative, Pool, PoolMember, Ballot, PostEquivalence, DevelopmentAction,
                             ReviewDecision, Term, PlannedMove>;
TYPED_TEST_SUITE(ModelTypes, Types);

TYPED_TEST(ModelTypes, HoldEveryAttributeOfTheirTableAndNoOther) {
    const auto schema = load_vocabulary();
    const auto index = schema->find_table(ModelTable<TypeParam>::id);
    ASSERT_TRUE(index);
    std::set<std::string> attributes;
    for (const Attribute& attribute : schema->table(*index).attributes) attributes.insert(attribute.id);
    std::set<std::string> fields;
    for_each_field<TypeParam>([&](const auto& field) { fields.insert(std::string(field.attribute)); });
    EXPECT_EQ(fields, attributes);
}

TYPED_TEST(ModelTypes, HoldTheTypesOfTheirAttributes) {
    const auto schema = load_vocabulary();
    const Table& table = schema->table(*schema->find_table(ModelTable<TypeParam>::id));
    for_each_field<TypeParam>([&]<class Owner, class Held>(const Field<Owner, Held>& field) {
        const auto at = table.find(field.attribute);
        ASSERT_TRUE(at) << field.attribute;
        EXPECT_TRUE(Content<Held>::fits(table.attributes[static_cast<std::size_t>(*at)].type)) << field.attribute;
    });
}

TEST(ToRecord, LeavesOutWhatIsMissing) {
    EXPECT_TRUE(to_record(Cadre{}).empty());
}

TEST(ToRecord, NamesWhatIsSet) {
    Cadre cadre;
    cadre.degree = "master";
    cadre.party_admission_date = None{};
    cadre.appraisals = Members<Appraisal>({Appraisal{.year = 2014, .rating = "good"}}, true);
    const Record record = to_record(cadre);
    ASSERT_EQ(record.size(), 3U);
    EXPECT_EQ(record[0].first, "party_admission_date");
    EXPECT_TRUE(std::holds_alternative<None>(record[0].second));
    EXPECT_EQ(record[1].first, "degree");
    EXPECT_EQ(std::get<std::string>(record[1].second), "master");
    const auto& list = std::get<ListValue>(record[2].second);
    EXPECT_TRUE(list.open);
    ASSERT_EQ(list.records.size(), 1U);
    EXPECT_EQ(std::get<std::int64_t>(list.records[0][0].second), 2014);
}

TEST(ToRecord, GivesScalarsOfAListTheNameItem) {
    Unit unit;
    unit.fields = Members<std::string>({"tài chính", "đất đai"});
    const Record record = to_record(unit);
    const auto& list = std::get<ListValue>(record.at(0).second);
    ASSERT_EQ(list.records.size(), 2U);
    EXPECT_EQ(list.records[1][0].first, "item");
    EXPECT_FALSE(list.open);
}

}  // namespace
}  // namespace cadre
