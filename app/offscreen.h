// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace trimtab::app {

/// Makes the QGuiApplication that figures need, on Qt's offscreen platform, at the first call; later calls do
/// nothing. Main thread only. Nothing of Qt's graphics is started before.
void start_offscreen_graphics();

/// Takes it down, before main() returns: Qt's own statics must outlive it.
void end_offscreen_graphics();

}  // namespace trimtab::app
