using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Files;

namespace LeadFilter.Core.Vendors;

/// <summary>Reads <c>vendors.json</c>: names and key hashes.</summary>
public static class VendorDirectoryLoader
{
    /// <summary>Reads the file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="utf8">Its bytes.</param>
    public static LoadResult<VendorDirectory> Load(string file, ReadOnlySpan<byte> utf8)
    {
        var mistakes = new MistakeList(file);
        var vendors = new List<Vendor>();
        if (FileParser.Parse(utf8, mistakes) is { } root)
        {
            root.OnlyKeys(mistakes, "$schema", "vendors");
            var members = root.Required("vendors", mistakes, "Add \"vendors\": { \"acme\": { \"name\": …, \"keys\": [ … ] } }").AsObject(mistakes)?.Members ?? [];
            var owners = new Dictionary<string, string>();
            foreach (var (name, node) in members)
            {
                if (ReadVendor(name, node, owners, mistakes) is { } vendor)
                {
                    vendors.Add(vendor);
                }
            }
        }

        return new(mistakes.Count == 0 ? new(vendors) : null, mistakes.InOrder);
    }

    private static Vendor? ReadVendor(string name, FileNode node, Dictionary<string, string> owners, MistakeList mistakes)
    {
        if (!VendorId.TryParse(name, out var id))
        {
            mistakes.Add(node, $"'{name}' is no vendor id", $"Write {Slug.Form}");
            return null;
        }

        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        node.OnlyKeys(mistakes, "name", "keys");
        var keys = new List<KeyHash>();
        var keysNode = node.Required("keys", mistakes, "Add \"keys\": [ SHA-256 of the vendor's API key, as 64 hex digits ]");
        if (keysNode is { Kind: FileNodeKind.Array, Items.Count: 0 })
        {
            mistakes.Add(keysNode, $"'{id}' has no key", "Add the SHA-256 of the vendor's API key, or remove the vendor");
        }

        foreach (var item in keysNode.AsArray(mistakes))
        {
            if (item.AsText(mistakes) is not { } text)
            {
                continue;
            }

            if (!KeyHash.TryParse(text, out var key))
            {
                mistakes.Add(item, "this is no SHA-256", "Write the 64 hex digits that `printf %s KEY | sha256sum` prints; never the key itself");
            }
            else if (owners.TryAdd(key.ToString(), name))
            {
                keys.Add(key);
            }
            else if (owners[key.ToString()] is var owner && owner == name)
            {
                mistakes.Add(item, "this key stands here twice", "Keep one of the two");
            }
            else
            {
                mistakes.Add(item, $"this key is a key of '{owner}' too", "Give each vendor a key of its own");
            }
        }

        return new(id, node.Find("name").AsText(mistakes) ?? name, keys);
    }
}
