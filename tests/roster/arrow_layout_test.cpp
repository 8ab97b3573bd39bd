#include "roster/imported.hpp"

#include <cstdlib>
#include <random>

namespace cadre {
namespace {

using test::ArrowData;
using test::ArrowStream;
using test::Cells;

/// Plain rows; what every layout of them must be read as.
struct Rows {
    Cells<std::string> degree;
    Cells<std::string> ethnicity;
    Cells<std::int32_t> birth_date;
    Cells<bool> party_member;
    Cells<std::int64_t> list_sizes;
    Cells<std::int16_t> years;
};

class Random {
public:
    explicit Random(unsigned seed) : engine_(seed) {}
    std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(engine_); }
    template <class T>
    std::optional<T> maybe(T value) {
        return below(4) == 0 ? std::nullopt : std::optional<T>(std::move(value));
    }
    std::string pick(std::vector<std::string> from) { return from[below(from.size())]; }

private:
    std::mt19937 engine_;
};

Rows random_rows(Random& random) {
    Rows rows;
    const std::size_t count = random.below(150);
    for (std::size_t row = 0; row < count; ++row) {
        rows.degree.push_back(random.maybe(random.pick({"Thạc sĩ", "ThS", "Cử nhân", "gì đó", "", " - ", "master"})));
        rows.ethnicity.push_back(
            random.maybe(random.pick({"Kinh", "Ta\u0300y", "Tày", "a name of more than twelve bytes", ""})));
        rows.birth_date.push_back(random.maybe(static_cast<std::int32_t>(random.below(20000))));
        rows.party_member.push_back(random.maybe(random.below(2) == 0));
        const auto size = random.maybe(static_cast<std::int64_t>(random.below(4)));
        rows.list_sizes.push_back(size);
        for (std::int64_t at = 0; at < size.value_or(0); ++at) {
            rows.years.push_back(random.maybe(static_cast<std::int16_t>(2000 + random.below(20))));
        }
    }
    return rows;
}

template <class T>
Cells<T> slice(const Cells<T>& cells, std::size_t from, std::size_t to) {
    return {cells.begin() + static_cast<std::ptrdiff_t>(from), cells.begin() + static_cast<std::ptrdiff_t>(to)};
}

/// The same text layout in every chunk of a column.
enum class TextLayout { plain, large, view, dictionary8, dictionary64 };

ArrowData text_column(TextLayout kind, const char* name, const Cells<std::string>& cells, test::Layout layout) {
    switch (kind) {
        case TextLayout::large: return test::large_texts(name, cells, layout);
        case TextLayout::view: return test::view_texts(name, cells, layout);
        case TextLayout::dictionary8: return test::dictionary_texts<std::uint8_t>(name, "C", cells, layout);
        case TextLayout::dictionary64: return test::dictionary_texts<std::int64_t>(name, "l", cells, layout);
        default: return test::texts(name, cells, layout);
    }
}

struct Shape {
    TextLayout degree = TextLayout::plain;
    TextLayout ethnicity = TextLayout::plain;
    bool large_list = false;
};

ArrowData chunk_of(const Rows& rows, const Shape& shape, std::size_t from, std::size_t to, Random* random) {
    const auto layout = [&] {
        return random == nullptr ? test::Layout{}
                                 : test::Layout{static_cast<std::int64_t>(random->below(70)), random->below(2) == 0};
    };
    std::int64_t first = 0;
    std::int64_t last = 0;
    for (std::size_t row = 0; row < to; ++row) {
        if (row < from) first += rows.list_sizes[row].value_or(0);
        last += rows.list_sizes[row].value_or(0);
    }
    std::vector<ArrowData> members;
    members.push_back(test::numbers<std::int16_t>(
        "year", "s", slice(rows.years, static_cast<std::size_t>(first), static_cast<std::size_t>(last)), layout()));
    ArrowData items = test::structure("item", std::move(members), last - first);
    const auto sizes = slice(rows.list_sizes, from, to);
    std::vector<ArrowData> columns;
    columns.push_back(text_column(shape.degree, "degree", slice(rows.degree, from, to), layout()));
    columns.push_back(text_column(shape.ethnicity, "ethnicity", slice(rows.ethnicity, from, to), layout()));
    columns.push_back(test::numbers<std::int32_t>("birth_date", "tdD", slice(rows.birth_date, from, to), layout()));
    columns.push_back(test::booleans("party_member", slice(rows.party_member, from, to), layout()));
    columns.push_back(shape.large_list
                          ? test::lists<std::int64_t>("appraisals", "+L", sizes, std::move(items), layout())
                          : test::lists<std::int32_t>("appraisals", "+l", sizes, std::move(items), layout()));
    return test::structure("", std::move(columns), static_cast<std::int64_t>(to - from));
}

std::vector<ArrowData> cut(const Rows& rows, const Shape& shape, Random& random) {
    std::vector<ArrowData> chunks;
    const std::size_t count = rows.degree.size();
    for (std::size_t from = 0; from < count;) {
        const std::size_t to = from + std::min(count - from, random.below(100));
        chunks.push_back(chunk_of(rows, shape, from, to, &random));
        from = to;
    }
    if (chunks.empty()) chunks.push_back(chunk_of(rows, shape, 0, 0, &random));
    return chunks;
}

/// Every cell of a roster as text, and its report.
std::string printed(const Roster& roster) {
    std::string all;
    for (std::size_t table = 0; table < roster.schema().tables().size(); ++table) {
        const RosterTable* rows = roster.table(static_cast<int>(table));
        for (std::size_t at = 0; rows != nullptr && at < rows->columns.size(); ++at) {
            const Column& cells = rows->columns[at];
            const Attribute& attribute = roster.schema().attribute(static_cast<int>(table), static_cast<int>(at));
            if (cells.storage == Storage::absent) continue;
            all += attribute.id + ":";
            for (std::size_t row = 0; row < rows->rows; ++row) {
                if (!cells.is_present(row))
                    all += " ?";
                else if (cells.storage == Storage::list)
                    all += " #" + std::to_string(cells.offsets()[row + 1]);
                else if (attribute.type.kind == TypeKind::text)
                    all += " " + test::text(roster, cells, row);
                else
                    all += " " + std::to_string(cells.integer(row));
            }
            all += "\n";
        }
    }
    return all + roster.import_report().to_text();
}

TEST(ArrowLayout, DoesNotChangeWhatIsRead) {
    const char* given = std::getenv("CADRE_SEED");
    const unsigned seed = given != nullptr ? static_cast<unsigned>(std::atoi(given)) : 20151231U;
    const Mapping mapping = test::mapping_of("[cadres.degree]\nmissing = [\"-\"]\n");
    for (unsigned round = 0; round < 300; ++round) {
        Random random(seed + round);
        const Rows rows = random_rows(random);
        const Shape shape{static_cast<TextLayout>(random.below(5)), static_cast<TextLayout>(random.below(5)),
                          random.below(2) == 0};
        std::vector<ArrowData> whole;
        whole.push_back(chunk_of(rows, {}, 0, rows.degree.size(), nullptr));
        ArrowStream plain(std::move(whole));
        ArrowStream shaped(cut(rows, shape, random));
        const Roster expected = Roster::from_arrow(plain.get(), mapping);
        const Roster actual = Roster::from_arrow(shaped.get(), mapping);
        ASSERT_EQ(printed(actual), printed(expected)) << "CADRE_SEED=" << seed + round << " repeats this as round 0";
    }
}

}  // namespace
}  // namespace cadre
