#pragma once

#include <cadre/criteria/expression.hpp>

#include <cstdint>
#include <unordered_map>

namespace cadre {

/// Tells which expressions read the day of judgement or the law of a day, remembered by node so that shared parts
/// are looked at once.
class AsOfReaders {
public:
    /// Whether the value may depend on the day of judgement.
    bool reads(const Expression& e) { return (read_by(e) & as_of) != 0; }
    /// Whether it may depend on the day of judgement or on that of the law.
    bool reads_any_day(const Expression& e) { return read_by(e) != 0; }

private:
    static constexpr std::uint8_t as_of = 1;
    static constexpr std::uint8_t law = 2;

    std::uint8_t read_by(const Expression& e) {
        const auto known = known_.find(&e);
        if (known != known_.end()) return known->second;
        std::uint8_t read = e.operation == Operation::as_of ? as_of : 0;
        if (e.parameter != nullptr || e.operation == Operation::criterion) read |= law;
        for (const ExpressionPtr& child : e.children) read |= read_by(*child);
        return known_.emplace(&e, read).first->second;
    }

    std::unordered_map<const Expression*, std::uint8_t> known_;
};

}  // namespace cadre
