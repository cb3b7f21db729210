// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_text.h"

#include <QCoreApplication>

namespace trimtab::ui {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("ErrorText", text); }

}  // namespace

ErrorText errorText(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid_argument:
            return {tr("A value is not allowed"), tr("Change the value that is named and try again.")};
        case ErrorCode::parse_error:
            return {tr("A file cannot be understood"),
                    tr("Check that it is the file you meant and that it is whole.")};
        case ErrorCode::not_found:
            return {tr("Something is missing"),
                    tr("Check the name and whether it has been moved or deleted.")};
        case ErrorCode::unsupported:
            return {tr("This is not possible here"), tr("See the message for what would be needed.")};
        case ErrorCode::io_error:
            return {tr("Reading or writing failed"),
                    tr("Check the free space and your rights in that folder.")};
        case ErrorCode::numeric_error:
            return {tr("The numbers ran away"),
                    tr("The last good checkpoint is kept; try a lower learning rate.")};
        case ErrorCode::unavailable:
            return {tr("A service cannot be reached"),
                    tr("Check the address and the connection, then try again.")};
        case ErrorCode::permission_denied:
            return {tr("Access was refused"),
                    tr("Check the identity and the rights that it has been given.")};
        case ErrorCode::conflict:
            return {tr("Somebody else was faster"), tr("Load the present state and try again.")};
        case ErrorCode::cancelled:
            return {tr("Stopped"), tr("What was finished before is kept.")};
        case ErrorCode::internal:
            return {tr("A defect of the program"), tr("Please report it with the log.")};
    }
    return {};
}

}  // namespace trimtab::ui
