// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <QStringList>
#include <QXmlStreamReader>
#include <vector>

namespace trimtab::tests {

/// One text of a .ts file.
struct TsMessage {
    QString context;
    QString source;
    QStringList translations;  ///< one, or one a plural form
    bool unfinished = false;

    [[nodiscard]] QString key() const { return context + QLatin1Char('|') + source; }
};

/// Every message of a .ts file in its order; empty where it cannot be read.
inline std::vector<TsMessage> readTs(const QString& path) {
    std::vector<TsMessage> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            messages.push_back({context, {}, {}, false});
        } else if (xml.name() == QLatin1String("source")) {
            messages.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            messages.back().unfinished = xml.attributes().hasAttribute(QLatin1String("type"));
            QString text;
            while (!(xml.readNext() == QXmlStreamReader::EndElement &&
                     xml.name() == QLatin1String("translation")) &&
                   !xml.atEnd()) {
                if (xml.isStartElement()) messages.back().translations << xml.readElementText();
                if (xml.isCharacters()) text += xml.text();
            }
            if (messages.back().translations.isEmpty()) messages.back().translations << text;
        }
    }
    return messages;
}

}  // namespace trimtab::tests
