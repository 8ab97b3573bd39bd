#include <cadre/roster/fingerprint.hpp>

#include <cadre/vocabulary/sha256.hpp>

#include <bit>
#include <numeric>

namespace cadre {
namespace {

// Changed with the encoding, so that digests of two encodings are never taken for two rosters.
constexpr std::string_view encoding = "cadre roster 1";

enum class Mark : char { missing = '?', none = '-', value = '=', open = '+', range = '~', end = '.' };

/// Feeds values to the hash in an encoding that can be read in one way only.
class Writer {
public:
    void mark(Mark mark) { append(std::string_view(reinterpret_cast<const char*>(&mark), 1)); }
    void number(std::uint64_t value) {
        char bytes[8];
        for (unsigned i = 0; i < 8; ++i) bytes[i] = static_cast<char>(value >> (8 * i));
        append({bytes, 8});
    }
    void number(std::int64_t value) { number(static_cast<std::uint64_t>(value)); }
    void text(std::string_view text) {
        number(std::uint64_t{text.size()});
        append(text);
    }
    std::string hex() {
        flush();
        return hash_.hex();
    }

private:
    static constexpr std::size_t buffered = 1U << 14U;

    void append(std::string_view bytes) {
        buffer_ += bytes;
        if (buffer_.size() >= buffered) flush();
    }
    void flush() {
        hash_.update(buffer_);
        buffer_.clear();
    }

    Sha256 hash_;
    std::string buffer_;
};

/// Equal numbers of equal bits: there is one zero and one "not a number".
std::uint64_t bits_of(double value) {
    if (value == 0.0) return 0;
    return value == value ? std::bit_cast<std::uint64_t>(value) : ~std::uint64_t{0};
}

class RosterWriter {
public:
    explicit RosterWriter(const Roster& roster) : roster_(roster), schema_(roster.schema()) {}

    std::string hex() {
        out_.text(encoding);
        out_.mark(roster_.snapshot() ? Mark::value : Mark::missing);
        out_.number(std::int64_t{roster_.snapshot().value_or(0)});
        for (std::size_t at = 0; at < schema_.tables().size(); ++at) table(static_cast<int>(at));
        return out_.hex();
    }

private:
    void table(int index) {
        const RosterTable* found = roster_.table(index);
        if (found == nullptr) return;
        const Table& table = schema_.table(index);
        const std::vector<std::size_t> rows = rows_of(index);
        begin(table.id);
        out_.number(std::uint64_t{rows.size()});
        for (std::size_t at = 0; at < table.attributes.size(); ++at) {
            column(table.attributes[at], found->columns[at], rows);
        }
        out_.mark(Mark::end);
    }

    void begin(const std::string& name) {
        out_.mark(Mark::value);
        out_.text(name);
    }

    /// Members of lists in the order of their lists: no list need say where its members lie.
    std::vector<std::size_t> rows_of(int index) const {
        const Table& table = schema_.table(index);
        if (table.parent >= 0) return members(table.parent, index);
        std::vector<std::size_t> rows(roster_.table(index)->rows);
        std::iota(rows.begin(), rows.end(), std::size_t{0});
        return rows;
    }

    std::vector<std::size_t> members(int parent, int child) const {
        std::vector<std::size_t> rows;
        const Table& table = schema_.table(parent);
        for (std::size_t at = 0; at < table.attributes.size(); ++at) {
            const Column& lists = roster_.table(parent)->columns[at];
            if (table.attributes[at].child_table != child || lists.storage != Storage::list) continue;
            for (const std::size_t row : rows_of(parent)) append_members(lists, row, rows);
        }
        return rows;
    }

    static void append_members(const Column& lists, std::size_t row, std::vector<std::size_t>& rows) {
        if (!lists.is_present(row)) return;
        for (auto member = lists.offsets()[row]; member < lists.offsets()[row + 1]; ++member) {
            rows.push_back(static_cast<std::size_t>(member));
        }
    }

    void column(const Attribute& attribute, const Column& cells, const std::vector<std::size_t>& rows) {
        bool written = false;
        std::uint64_t skipped = 0;
        for (const std::size_t row : rows) {
            if (!cells.is_present(row)) {
                ++skipped;
                continue;
            }
            if (!written) begin(attribute.id);
            written = true;
            for (; skipped > 0; --skipped) out_.mark(Mark::missing);
            cell(attribute, cells, row);
        }
        for (; written && skipped > 0; --skipped) out_.mark(Mark::missing);
    }

    void cell(const Attribute& attribute, const Column& cells, std::size_t row) {
        if (cells.is_none(row)) return out_.mark(Mark::none);
        if (cells.is_partial(row)) {
            out_.mark(Mark::range);
            out_.number(std::int64_t{cells.upper[row]});
        }
        out_.mark(cells.storage == Storage::list && cells.is_open(row) ? Mark::open : Mark::value);
        if (cells.storage == Storage::list) return out_.number(cells.offsets()[row + 1] - cells.offsets()[row]);
        switch (attribute.type.kind) {
            case TypeKind::decimal: return out_.number(bits_of(cells.decimal(row)));
            case TypeKind::text: return out_.text(roster_.text(static_cast<std::int32_t>(cells.integer(row))));
            case TypeKind::level: return out_.text(code(attribute, cells.integer(row)));
            default: return out_.number(cells.integer(row));
        }
    }

    const std::string& code(const Attribute& attribute, std::int64_t position) const {
        return schema_.scale(attribute.type.domain).codes[static_cast<std::size_t>(position)].id;
    }

    const Roster& roster_;
    const Schema& schema_;
    Writer out_;
};

}  // namespace

std::string fingerprint(const Roster& roster) {
    return RosterWriter(roster).hex();
}

}  // namespace cadre
