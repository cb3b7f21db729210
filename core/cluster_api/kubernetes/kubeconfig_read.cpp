// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>

#include "core/cluster_api/kubernetes/kubeconfig.h"
#include "core/cluster_api/kubernetes/yaml_tree.h"

namespace trimtab::cluster_api {
namespace {

using Kind = YamlNode::Kind;

/// One block of the file; keeps the first error for all.
class Block {
  public:
    Block(const YamlNode* node, std::string path, std::string file, std::optional<Error>& error)
        : node_(node), path_(std::move(path)), file_(std::move(file)), error_(&error) {
        if (node_ != nullptr && node_->kind != Kind::map && node_->kind != Kind::null)
            refuse(*node_, "", std::string("is ") + node_->kind_text() + ", but must be a block of keys");
    }

    [[nodiscard]] std::string text(const std::string& key) const {
        const YamlNode* value = find(key);
        if (value == nullptr) return {};
        if (value->kind == Kind::text) return value->text;
        const bool quotable = value->kind == Kind::number || value->kind == Kind::boolean;
        refuse(*value, key,
               quotable ? std::string("is ") + value->kind_text() + "; put it in quotes to make it a text"
                        : std::string("is ") + value->kind_text() + ", but must be a text");
        return {};
    }
    [[nodiscard]] bool flag(const std::string& key) const {
        const YamlNode* value = find(key);
        if (value == nullptr) return false;
        if (value->kind != Kind::boolean)
            refuse(*value, key, std::string("is ") + value->kind_text() + ", but must be true or false");
        return value->flag;
    }
    /// Base64; line breaks within are allowed, as Go's decoder does.
    [[nodiscard]] std::optional<QByteArray> data(const std::string& key) const {
        QByteArray encoded = QByteArray::fromStdString(text(key));
        encoded.replace("\n", "").replace("\r", "");
        if (encoded.isEmpty()) return std::nullopt;
        auto decoded = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded || encoded.size() % 4 != 0) {
            refuse(*find(key), key, "is not Base64; encode the PEM text with `base64 -w0`");
            return std::nullopt;
        }
        return *decoded;
    }
    [[nodiscard]] Block block(const std::string& key) const {
        return {find(key), path_of(key), file_, *error_};
    }
    [[nodiscard]] std::vector<Block> blocks(const std::string& key) const {
        std::vector<Block> list;
        for (const auto& item : items(key))
            list.emplace_back(item.get(), path_of(key) + "[]", file_, *error_);
        return list;
    }
    [[nodiscard]] std::vector<std::string> texts(const std::string& key) const {
        std::vector<std::string> list;
        for (const auto& item : items(key)) {
            if (item->kind == Kind::text || item->kind == Kind::null)
                list.push_back(item->text);
            else
                refuse(*item, key,
                       std::string("holds ") + item->kind_text() + "; put it in quotes to make it a text");
        }
        return list;
    }
    [[nodiscard]] std::vector<std::string> keys() const {
        std::vector<std::string> names;
        if (node_ != nullptr)
            for (const auto& entry : node_->entries) names.push_back(entry.first);
        return names;
    }
    [[nodiscard]] bool exists() const { return node_ != nullptr && node_->kind == Kind::map; }
    void refuse_here(const std::string& sentence) const {
        if (node_ != nullptr) refuse(*node_, "", sentence);
    }

  private:
    [[nodiscard]] const YamlNode* find(const std::string& key) const {
        const YamlNode* value = node_ == nullptr ? nullptr : node_->find(key);
        return value == nullptr || value->kind == Kind::null ? nullptr : value;
    }
    [[nodiscard]] std::vector<YamlNode::Pointer> items(const std::string& key) const {
        const YamlNode* value = find(key);
        if (value == nullptr) return {};
        if (value->kind != Kind::list)
            refuse(*value, key, std::string("is ") + value->kind_text() + ", but must be a list (\"- ...\")");
        return value->items;
    }
    [[nodiscard]] std::string path_of(const std::string& key) const {
        return path_.empty() ? key : path_ + "." + key;
    }
    void refuse(const YamlNode& node, const std::string& key, const std::string& sentence) const {
        if (*error_) return;
        const std::string path = key.empty() ? path_ : path_of(key);
        *error_ =
            make_error(ErrorCode::parse_error, (path.empty() ? "The file" : path) + " " + sentence + ".",
                       file_ + ":" + std::to_string(node.line));
    }

    const YamlNode* node_;
    std::string path_;
    std::string file_;
    std::optional<Error>* error_;
};

class Paths {
  public:
    explicit Paths(QString folder) : folder_(std::move(folder)) {}
    [[nodiscard]] std::string absolute(const std::string& path) const {
        if (path.empty()) return {};
        return QDir::cleanPath(folder_.absoluteFilePath(QString::fromStdString(path))).toStdString();
    }

  private:
    QDir folder_;
};

KubeconfigCluster read_cluster(const Block& block, const Paths& paths) {
    return {block.text("server"),
            block.text("tls-server-name"),
            paths.absolute(block.text("certificate-authority")),
            block.data("certificate-authority-data"),
            block.flag("insecure-skip-tls-verify"),
            block.text("proxy-url")};
}

std::optional<KubeconfigExec> read_exec(const Block& block, const Paths& paths) {
    if (!block.exists()) return std::nullopt;
    KubeconfigExec exec;
    exec.command = block.text("command");
    // A bare name is searched in PATH, whatever lies in the folder.
    if (exec.command.find('/') != std::string::npos) exec.command = paths.absolute(exec.command);
    exec.arguments = block.texts("args");
    for (const Block& variable : block.blocks("env"))
        exec.environment.emplace_back(variable.text("name"), variable.text("value"));
    exec.api_version = block.text("apiVersion");
    exec.interactive_mode = block.text("interactiveMode");
    exec.install_hint = block.text("installHint");
    exec.provide_cluster_info = block.flag("provideClusterInfo");
    return exec;
}

KubeconfigUser read_user(const Block& block, const Paths& paths) {
    KubeconfigUser user;
    user.certificate_file = paths.absolute(block.text("client-certificate"));
    user.certificate_data = block.data("client-certificate-data");
    user.key_file = paths.absolute(block.text("client-key"));
    user.key_data = block.data("client-key-data");
    user.token = block.text("token");
    user.token_file = paths.absolute(block.text("tokenFile"));
    user.username = block.text("username");
    user.password = block.text("password");
    user.as = block.text("as");
    user.as_uid = block.text("as-uid");
    user.as_groups = block.texts("as-groups");
    const Block extra = block.block("as-user-extra");
    for (const std::string& key : extra.keys()) user.as_extra.emplace_back(key, extra.texts(key));
    user.exec = read_exec(block.block("exec"), paths);
    const Block provider = block.block("auth-provider");
    if (provider.exists())
        user.auth_provider = provider.text("name").empty() ? "unnamed" : provider.text("name");
    return user;
}

template <class T, class Read>
std::map<std::string, T> read_named(const Block& root, const char* list, const char* inner, Read&& read) {
    std::map<std::string, T> entries;
    for (const Block& item : root.blocks(list)) {
        const std::string name = item.text("name");
        if (!entries.emplace(name, read(item.block(inner))).second)
            item.refuse_here("has the name '" + name.substr(0, 80) +
                             "' of another entry; rename one of them");
    }
    return entries;
}

}  // namespace

Expected<Kubeconfig> parse_kubeconfig(const std::string& text, const std::string& file,
                                      const QString& folder) {
    const auto tree = read_yaml(text, file);
    if (!tree) return Unexpected(tree.error());
    std::optional<Error> error;
    const Block root(tree->get(), "", file, error);
    const Paths paths(folder);
    const std::string kind = root.text("kind");
    const std::string version = root.text("apiVersion");
    if (!error && ((!kind.empty() && kind != "Config") || (!version.empty() && version != "v1")))
        root.refuse_here("is not a kubeconfig: it must have `apiVersion: v1` and `kind: Config`");
    Kubeconfig config;
    config.clusters = read_named<KubeconfigCluster>(
        root, "clusters", "cluster", [&](const Block& block) { return read_cluster(block, paths); });
    config.users = read_named<KubeconfigUser>(root, "users", "user",
                                              [&](const Block& block) { return read_user(block, paths); });
    config.contexts = read_named<KubeconfigContext>(root, "contexts", "context", [](const Block& block) {
        return KubeconfigContext{block.text("cluster"), block.text("user"), block.text("namespace")};
    });
    config.current_context = root.text("current-context");
    config.files.push_back(file);
    if (error) return Unexpected(*error);
    return config;
}

}  // namespace trimtab::cluster_api
