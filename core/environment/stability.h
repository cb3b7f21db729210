// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace trimtab::environment {

/// Remembers one pool's last change, to tell flaps: a change against the previous one not more than three
/// steps earlier (SIMULATOR 6).
class PoolStability {
  public:
    /// Records a step's net change and says whether it is a flap.
    bool record(int delta) {
        ++age_;
        if (delta == 0) return false;
        const int sign = delta > 0 ? 1 : -1;
        const bool flap = sign == -last_sign_ && age_ <= 3;
        last_sign_ = sign;
        age_ = 0;
        return flap;
    }

    /// The sign of the last change while a change against it would be a flap, else 0.
    [[nodiscard]] int recent_sign() const { return age_ < 3 ? last_sign_ : 0; }

  private:
    int last_sign_ = 0;
    int age_ = 99;
};

}  // namespace trimtab::environment
