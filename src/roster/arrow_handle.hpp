#pragma once

#include <cadre/roster/arrow_abi.hpp>

namespace cadre {

/// Owns a struct of the Arrow C interfaces and releases it once.
template <class T>
class ArrowHandle {
public:
    ArrowHandle() = default;
    ArrowHandle(const ArrowHandle&) = delete;
    ArrowHandle& operator=(const ArrowHandle&) = delete;
    ~ArrowHandle() { reset(); }

    T* get() { return &held_; }
    const T* get() const { return &held_; }
    T* operator->() { return &held_; }
    const T* operator->() const { return &held_; }
    bool released() const { return held_.release == nullptr; }

    /// Moves the caller's struct in; the caller's is marked as released.
    void take(T* from) {
        reset();
        held_ = *from;
        from->release = nullptr;
    }

private:
    void reset() {
        if (held_.release != nullptr) held_.release(&held_);
        held_.release = nullptr;
    }

    T held_{};
};

}  // namespace cadre
