// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/error_text.h"

#include <QCoreApplication>

namespace trimtab::ui {
namespace {

struct ErrorTexts {
    Q_DECLARE_TR_FUNCTIONS(ErrorTexts)
};

}  // namespace

ErrorText errorText(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid_argument:
            return {ErrorTexts::tr("A value is not allowed"),
                    ErrorTexts::tr("Change the value that is named and try again.")};
        case ErrorCode::parse_error:
            return {ErrorTexts::tr("A file cannot be understood"),
                    ErrorTexts::tr("Check that it is the file you meant and that it is whole.")};
        case ErrorCode::not_found:
            return {ErrorTexts::tr("Something is missing"),
                    ErrorTexts::tr("Check the name and whether it has been moved or deleted.")};
        case ErrorCode::unsupported:
            return {ErrorTexts::tr("This is not possible here"),
                    ErrorTexts::tr("See the message for what would be needed.")};
        case ErrorCode::io_error:
            return {ErrorTexts::tr("Reading or writing failed"),
                    ErrorTexts::tr("Check the free space and your rights in that folder.")};
        case ErrorCode::numeric_error:
            return {ErrorTexts::tr("The numbers ran away"),
                    ErrorTexts::tr("The last good checkpoint is kept; try a lower learning rate.")};
        case ErrorCode::unavailable:
            return {ErrorTexts::tr("A service cannot be reached"),
                    ErrorTexts::tr("Check the address and the connection, then try again.")};
        case ErrorCode::permission_denied:
            return {ErrorTexts::tr("Access was refused"),
                    ErrorTexts::tr("Check the identity and the rights that it has been given.")};
        case ErrorCode::conflict:
            return {ErrorTexts::tr("Somebody else was faster"),
                    ErrorTexts::tr("Load the present state and try again.")};
        case ErrorCode::cancelled:
            return {ErrorTexts::tr("Stopped"), ErrorTexts::tr("What was finished before is kept.")};
        case ErrorCode::internal:
            return {ErrorTexts::tr("A defect of the program"),
                    ErrorTexts::tr("Please report it with the log.")};
    }
    return {};
}

}  // namespace trimtab::ui
