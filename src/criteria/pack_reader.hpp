#pragma once

#include "criteria/measure.hpp"
#include "criteria/overrides.hpp"
#include "criteria/pack_contents.hpp"
#include "criteria/pack_entry.hpp"
#include "criteria/pack_library.hpp"
#include "criteria/sensitive_reads.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// Reads a pack with all that it uses; one pass finds all mistakes.
class PackReader {
public:
    /// Throws `Error` (invalid_rule) with every diagnostic.
    static Pack read(criteria::PackText text);

private:
    void read_documents(criteria::PackText text);
    void read_schema();
    void read_entries();
    void read_parameters(const criteria::PackDocument& document);
    void read_rules(const criteria::PackDocument& document, std::string_view key, bool is_criterion);
    bool accept_name(const std::string& id, const Place& place, int table);
    void keep_sections();

    void check_entries();
    std::vector<std::vector<std::size_t>> uses_of_entries() const;
    void check_entry(const criteria::PackEntry& entry);
    ExpressionPtr check_version(const criteria::PackEntry& entry, const criteria::EntryVersion& version);
    void check_sensitive_reads();
    void report_cycle(const std::vector<std::size_t>& cycle);
    void publish();

    void report(const Place& place, Message message, std::optional<Message> hint = std::nullopt);
    void sort_findings();

    Diagnostics diagnostics_;
    criteria::PackLibrary library_{diagnostics_};
    std::optional<criteria::Overrides> overrides_;
    std::vector<criteria::PackEntry> entries_;
    std::shared_ptr<Pack::Contents> contents_ = std::make_shared<Pack::Contents>();
    criteria::NamedDepths depths_;
};

}  // namespace cadre
