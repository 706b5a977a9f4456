using LeadFilter.Core.Files;
using LeadFilter.Core.Permissions;

namespace LeadFilter.Core.Vendors;

/// <summary>Reads <c>vendors.json</c>: names, key hashes, rates, and where vendors are told what becomes of their leads.</summary>
public static class VendorDirectoryLoader
{
    private const string PerSecondKey = "ratePerSecond";
    private const string BurstKey = "burst";
    private const string NotifyKey = "notify";

    /// <summary>Reads the file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="staffNameOf">The name of the staff's key that has a hash, null for none: no vendor may have that key.</param>
    /// <param name="permissions">What the operator lets the file's authors do; null: what holds without any setting.</param>
    public static LoadResult<VendorDirectory> Load(
        string file, ReadOnlySpan<byte> utf8, Func<KeyHash, string?>? staffNameOf = null, OperatorPermissions? permissions = null)
    {
        permissions ??= OperatorPermissions.Default;
        var mistakes = new MistakeList(file);
        var vendors = new List<Vendor>();
        if (FileParser.Parse(utf8, mistakes) is { } root)
        {
            root.OnlyKeys(mistakes, "$schema", "vendors");
            var members = root.Required("vendors", mistakes, "Add \"vendors\": { \"acme\": { \"name\": …, \"keys\": [ … ] } }")
                .AsObject(mistakes)?.Members ?? [];
            var owners = new Dictionary<string, string>();
            foreach (var (name, node) in members)
            {
                if (ReadVendor(name, node, owners, staffNameOf, mistakes) is { } vendor)
                {
                    vendors.Add(vendor with { Notify = ReadNotify(node.Find(NotifyKey), permissions, mistakes) });
                }
            }
        }

        return new(mistakes.Count == 0 ? new(vendors) : null, mistakes.InOrder)
        {
            Warnings = mistakes.Count == 0 ? mistakes.Warnings : [],
        };
    }

    private static Vendor? ReadVendor(
        string name, FileNode node, Dictionary<string, string> owners, Func<KeyHash, string?>? staffNameOf, MistakeList mistakes)
    {
        if (!VendorId.TryParse(name, out var id))
        {
            mistakes.Add(node, $"'{name}' is not a valid vendor id", $"Write {Slug.Form}");
            return null;
        }

        if (node.AsObject(mistakes) is null)
        {
            return null;
        }

        node.OnlyKeys(mistakes, "name", "keys", PerSecondKey, BurstKey, NotifyKey);
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
                mistakes.Add(
                    item,
                    "this is not a SHA-256",
                    "Write the 64 hex digits that `printf %s KEY | sha256sum` prints; never the key itself");
            }
            else if (staffNameOf?.Invoke(key) is { } staffName)
            {
                mistakes.Add(
                    item,
                    $"this key is the admin key '{staffName}' too",
                    "Give the vendor a key of its own; whoever has an admin key must keep it secret");
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

        return new(id, node.Find("name").AsText(mistakes) ?? name, keys) { Rate = ReadRate(node, mistakes) };
    }

    /// <summary>Both are needed: whoever gets a notice that is not signed cannot know who sent it.</summary>
    private static VendorNotify? ReadNotify(FileNode? node, OperatorPermissions permissions, MistakeList mistakes)
    {
        if (node.AsObject(mistakes) is not { } found)
        {
            return null;
        }

        found.OnlyKeys(mistakes, "url", "secret");
        var url = OutsideAddress.Read(
            found.Required("url", mistakes, "Add \"url\": \"https://vendor.example.com/notices\""),
            "notices",
            permissions.Destinations,
            mistakes);
        var secret = permissions.Secrets.Read(
            found.Required("secret", mistakes, "Add \"secret\": the name of the setting with the secret for the signature"),
            "LEADFILTER_SECRET_ACME",
            mistakes);
        return url is null || secret is null ? null : new(url, secret);
    }

    private static RequestRate? ReadRate(FileNode node, MistakeList mistakes)
    {
        var (perSecondNode, burstNode) = (node.Find(PerSecondKey), node.Find(BurstKey));
        var perSecond = perSecondNode.AsDecimal(RequestRate.MinPerSecond, RequestRate.MaxPerSecond, mistakes);
        var burst = burstNode.AsDecimal(1, RequestRate.MaxBurst, mistakes);
        if (burst is { } number && number != decimal.Truncate(number))
        {
            mistakes.Add(burstNode!, $"{number} is not a whole number", "Write how many requests may come at once, such as 50");
        }

        if (burstNode is not null && perSecondNode is null)
        {
            mistakes.Add(
                burstNode,
                $"'{BurstKey}' is nothing without '{PerSecondKey}'",
                $"Add \"{PerSecondKey}\": how many requests a second the vendor may send");
        }

        return perSecond is not { } rate ? null : burst is { } size ? new(rate, (int)size) : RequestRate.Of(rate);
    }
}
