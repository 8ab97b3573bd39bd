#pragma once

#include <cadre/criteria/expression.hpp>
#include <cadre/export.hpp>
#include <cadre/messages/diagnostic.hpp>
#include <cadre/schema/document.hpp>
#include <cadre/schema/schema.hpp>
#include <cadre/vocabulary/citation.hpp>
#include <cadre/vocabulary/interval.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cadre {

/// A named expression that criteria share.
struct Definition {
    std::string id;
    LocalizedText title;  ///< may be empty
    int table = 0;
    ExpressionPtr body;
};

/// What a criterion says in one interval.
struct CriterionVersion {
    DateInterval in_force;
    Citation citation;
    ExpressionPtr condition;
};

/// A cited condition on one row of a table.
struct Criterion {
    std::string id;
    LocalizedText title;
    Citation citation;  ///< of the last version
    int table = 0;
    DateInterval in_force;                   ///< all versions taken together
    ExpressionPtr condition;                 ///< an `Operation::criterion` node, so that uses by name share it
    std::vector<CriterionVersion> versions;  ///< ascending, without gaps or overlaps; at least one

    /// The version in force on the day, or null.
    CADRE_EXPORT const CriterionVersion* on(DayNumber day) const;
};

/// The document that a pack states.
struct PackSource {
    std::string document;
    std::string issuer;
    std::optional<DayNumber> date;
};

/// Which text a pack was read from: the SHA-256 of its bytes, as sha256sum prints it for the file.
struct PackDigest {
    std::string id;
    std::string sha256;
};

/// A checked rule pack: parameters, definitions and criteria, with the packs that it uses merged in.
/// Immutable, cheap to copy, safe to share between threads.
class CADRE_EXPORT Pack {
public:
    const std::string& id() const;
    const LocalizedText& title() const;
    const PackSource& source() const;
    const std::shared_ptr<const Schema>& schema() const;

    const std::vector<std::shared_ptr<const Parameter>>& parameters() const;
    const std::vector<Definition>& definitions() const;
    /// This pack's own criteria first, in document order, then those of the packs that it uses.
    const std::vector<Criterion>& criteria() const;
    /// The criterion, or null.
    const Criterion* find_criterion(std::string_view id) const;

    /// The entries of a table array that other layers read ("target", "indicator", "case", …).
    const std::vector<Node>& sections(std::string_view name) const;

    /// Parses and checks one expression on a table in this pack's namespace. Findings are appended;
    /// null when there is an error. `place` is where the text starts.
    ExpressionPtr parse(std::string_view text, int table, const Place& place, Diagnostics& diagnostics) const;

    /// Of this pack's own text, then of each pack that it uses.
    const std::vector<PackDigest>& digests() const;

    /// What the checks found short of an error.
    const Diagnostics& warnings() const;

private:
    friend class PackReader;
    struct Contents;
    std::shared_ptr<const Contents> contents_;
};

/// At most so many entries stand in a pack and those that it uses: parameters, definitions, criteria and their
/// versions, targets, cases and all others.
inline constexpr std::size_t most_pack_entries = 20'000;

/// Loads a shipped pack by id ("hanoi-2011") or a pack file by path. Throws `Error`: not_found, or
/// invalid_rule with every diagnostic.
CADRE_EXPORT Pack load_pack(std::string_view id_or_path);

/// Reads pack text; `source` names it in diagnostics. Throws like `load_pack`.
CADRE_EXPORT Pack parse_pack(std::string_view text, std::string source);

/// Ids of the packs that the library ships.
CADRE_EXPORT std::vector<std::string> shipped_packs();

/// Parses one expression on a table of a schema, without a pack's names. Throws `Error` (invalid_rule).
CADRE_EXPORT ExpressionPtr parse_expression(std::string_view text, const Schema& schema, int table = 0);

}  // namespace cadre
