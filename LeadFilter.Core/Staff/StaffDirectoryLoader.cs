using LeadFilter.Core.Files;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Core.Staff;

/// <summary>Reads the keys of the buyer's staff: <c>{ "staff": { "ann": { "role": "read", "keys": [ SHA-256 ] } } }</c>.</summary>
/// <param name="fixedKeys">The keys that settings hold by themselves: at most one of each role.</param>
/// <param name="vendors">Whose keys must not be among them.</param>
public sealed class StaffDirectoryLoader(IReadOnlyList<StaffKey> fixedKeys, VendorDirectory vendors)
{
    private static readonly Dictionary<string, StaffRole> Roles = new(StringComparer.Ordinal)
    {
        ["admin"] = StaffRole.Admin, ["read"] = StaffRole.Read, ["crm"] = StaffRole.Crm,
    };

    /// <summary>Reads them.</summary>
    /// <param name="file">The file or setting, for messages.</param>
    /// <param name="utf8">Its bytes.</param>
    /// <returns>The keys with the fixed one, or what is wrong. No message holds a key or a hash.</returns>
    public LoadResult<StaffDirectory> Load(string file, ReadOnlySpan<byte> utf8)
    {
        var mistakes = new MistakeList(file);
        List<StaffKey> keys = [.. fixedKeys];
        if (FileParser.Parse(utf8, mistakes) is { } root)
        {
            root.OnlyKeys(mistakes, "$schema", "staff");
            var staff = root.Required(
                "staff", mistakes, "Add \"staff\": { \"ann\": { \"role\": \"admin\", \"keys\": [ … ] } }").AsObject(mistakes);
            foreach (var (name, node) in staff?.Members ?? [])
            {
                if (ReadKey(name, node, new(keys), mistakes) is { } key)
                {
                    keys.Add(key);
                }
            }

            if (mistakes.Count == 0 && keys.TrueForAll(static key => key.Role != StaffRole.Admin))
            {
                mistakes.Add(staff!, "nobody has the role 'admin'", "Give it to one of them: somebody must be able to change things");
            }
        }

        return new(mistakes.Count == 0 ? new(keys) : null, mistakes.InOrder);
    }

    private StaffKey? ReadKey(string name, FileNode node, StaffDirectory before, MistakeList mistakes)
    {
        if (!Slug.IsSlug(name))
        {
            mistakes.Add(node, $"'{name}' is not a valid name of a key", $"Write {Slug.Form}");
            return null;
        }

        if (fixedKeys.FirstOrDefault(key => key.Name == name) is { } same)
        {
            var setting = same.Role == StaffRole.Crm ? "LEADFILTER_CRM_KEY" : "LEADFILTER_ADMIN_KEY";
            mistakes.Add(node, $"'{name}' is the name of the key that {setting} holds", "Choose another name, or unset that");
        }

        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        node.OnlyKeys(mistakes, "role", "keys");
        var roleNode = node.Required("role", mistakes, "Add \"role\": \"admin\", \"read\" or \"crm\"");
        var role = StaffRole.Read;
        if (roleNode.AsText(mistakes) is { } word && !Roles.TryGetValue(word, out role))
        {
            mistakes.Add(roleNode!, $"there is no role '{word}'", "Write 'admin', 'read' or 'crm'");
        }

        return new(name, role, ReadHashes(name, node, before, mistakes));
    }

    private List<KeyHash> ReadHashes(string name, FileNode node, StaffDirectory before, MistakeList mistakes)
    {
        var hashes = new List<KeyHash>();
        var keysNode = node.Required("keys", mistakes, "Add \"keys\": [ SHA-256 of the key, as 64 hex digits ]");
        if (keysNode is { Kind: FileNodeKind.Array, Items.Count: 0 })
        {
            mistakes.Add(keysNode, $"'{name}' has no key", "Add the SHA-256 of a key, or remove the name");
        }

        foreach (var item in keysNode.AsArray(mistakes))
        {
            if (item.AsText(mistakes) is not { } text)
            {
                continue;
            }

            if (!KeyHash.TryParse(text, out var hash))
            {
                mistakes.Add(
                    item,
                    "this is not a SHA-256",
                    "Write the 64 hex digits that `printf %s KEY | sha256sum` prints; never the key itself");
            }
            else if (before.Find(hash) is { } owner)
            {
                mistakes.Add(item, $"this key is the key '{owner.Name}' too", "Give each name a key of its own");
            }
            else if (vendors.Find(hash) is { } vendor)
            {
                mistakes.Add(item, $"this key is a key of the vendor '{vendor.Id}' too", "Make a key that nobody else has");
            }
            else if (hashes.Exists(hash.Matches))
            {
                mistakes.Add(item, "this key stands here twice", "Keep one of the two");
            }
            else
            {
                hashes.Add(hash);
            }
        }

        return hashes;
    }
}
