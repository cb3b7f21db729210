// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shared_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace trimtab::ui {

QString sharedFile(const QString& relative) {
    const QString program = QCoreApplication::applicationDirPath();
    // <prefix>/bin, then build/<preset>/bin or build/<preset>/tests.
    for (const char* above : {"/../share/trimtab/", "/../../../"}) {
        const QFileInfo file(program + QLatin1String(above) + relative);
        if (file.exists()) return QDir::cleanPath(file.absoluteFilePath());
    }
    return {};
}

}  // namespace trimtab::ui
