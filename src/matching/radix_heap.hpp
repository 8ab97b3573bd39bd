#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace cadre {

/// A priority queue of vertices whose keys never fall below the last one taken out (Ahuja, Mehlhorn, Orlin and Tarjan
/// 1990, "Faster algorithms for the shortest path problem"). Equal keys come out in an order that the input decides.
class RadixHeap {
public:
    struct Entry {
        std::int64_t key;
        std::int32_t vertex;
    };

    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }

    void push(std::int64_t key, std::int32_t vertex) {
        buckets_[bucket_of(key)].push_back({key, vertex});
        ++size_;
    }

    Entry pop() {
        if (buckets_[0].empty()) refill();
        const Entry entry = buckets_[0].back();
        buckets_[0].pop_back();
        --size_;
        return entry;
    }

    void clear() {
        for (std::vector<Entry>& bucket : buckets_) bucket.clear();
        size_ = 0;
        last_ = 0;
    }

private:
    std::size_t bucket_of(std::int64_t key) const {
        return static_cast<std::size_t>(std::bit_width(static_cast<std::uint64_t>(key ^ last_)));
    }

    /// Spreads the first bucket that is not empty over those before it.
    void refill() {
        std::size_t first = 1;
        while (buckets_[first].empty()) ++first;
        const auto by_key = [](const Entry& a, const Entry& b) { return a.key < b.key; };
        last_ = std::min_element(buckets_[first].begin(), buckets_[first].end(), by_key)->key;
        for (const Entry& entry : buckets_[first]) buckets_[bucket_of(entry.key)].push_back(entry);
        buckets_[first].clear();
    }

    std::array<std::vector<Entry>, 65> buckets_;
    std::int64_t last_ = 0;
    std::size_t size_ = 0;
};

}  // namespace cadre
