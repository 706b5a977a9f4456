using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Permissions;
using LeadFilter.Core.Targets.Loading;
using LeadFilter.Core.Vendors;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>Loads campaign files as a filter would, without running one.</summary>
/// <param name="now">The time of the check, against which ends of trials are told.</param>
/// <param name="permissions">What the operator lets campaigns do.</param>
public sealed class CampaignCheck(DateTimeOffset now, OperatorPermissions permissions)
{
    private readonly List<CheckedFile> files = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, VendorDirectory?> vendorsByFolder = new(StringComparer.Ordinal);

    /// <summary>Checks files.</summary>
    /// <param name="paths">
    /// Campaign files, files of vendors and of targets, and folders of them. The <c>vendors.json</c> beside a campaign is checked with it.
    /// </param>
    /// <returns>Each file once, in the order of the paths, vendors before campaigns.</returns>
    /// <exception cref="IOException">A file or folder is not there, or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder may not be read.</exception>
    public IReadOnlyList<CheckedFile> Run(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                CheckFolder(path);
            }
            else
            {
                CheckFile(path);
            }
        }

        return files;
    }

    private void CheckFolder(string folder)
    {
        var vendorsPath = Path.Combine(folder, CampaignFolder.VendorsName);
        if (!File.Exists(vendorsPath) && seen.Add(Path.GetFullPath(vendorsPath)))
        {
            files.Add(new(vendorsPath, [CampaignFolder.MissingVendors(vendorsPath)], []));
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.json")
            .Where(path => CampaignFolder.IsRead(Path.GetFileName(path)))
            .Order(StringComparer.Ordinal))
        {
            CheckFile(path);
        }
    }

    private void CheckFile(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        if (Path.GetFileName(path) == CampaignFolder.VendorsName)
        {
            VendorsOf(folder);
            return;
        }

        if (Path.GetFileName(path) == CampaignFolder.TargetsName)
        {
            if (seen.Add(Path.GetFullPath(path)))
            {
                var targets = OptOutTargetsLoader.Load(path, File.ReadAllBytes(path), permissions);
                files.Add(new(path, targets.Mistakes, targets.Warnings));
            }

            return;
        }

        var vendors = VendorsOf(folder);
        if (seen.Add(Path.GetFullPath(path)))
        {
            var result = CampaignLoader.Load(path, File.ReadAllBytes(path), vendors, new ListFiles(folder).Read, now, permissions);
            files.Add(new(path, result.Mistakes, result.Warnings) { Campaign = result.Value });
        }
    }

    /// <summary>The vendors that campaigns of a folder may name; null if they are not known.</summary>
    private VendorDirectory? VendorsOf(string folder)
    {
        var path = Path.Combine(folder, CampaignFolder.VendorsName);
        var key = Path.GetFullPath(path);
        if (!vendorsByFolder.TryGetValue(key, out var vendors) && File.Exists(path))
        {
            var result = VendorDirectoryLoader.Load(path, File.ReadAllBytes(path), permissions: permissions);
            vendorsByFolder[key] = vendors = result.Value;
            seen.Add(key);
            files.Add(new(path, result.Mistakes, result.Warnings));
        }

        return vendors;
    }
}
