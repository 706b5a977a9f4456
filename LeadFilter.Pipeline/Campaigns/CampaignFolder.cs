using System.Collections.Frozen;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Files;
using LeadFilter.Core.Permissions;
using LeadFilter.Core.Targets;
using LeadFilter.Core.Targets.Loading;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Files;
using LeadFilter.Pipeline.Staff;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>
/// The folder of campaign files. A good change is swapped in as a whole; a bad one changes nothing but
/// <see cref="CampaignSet.Mistakes"/> (G10).
/// </summary>
/// <param name="folder">
/// The folder: <c>vendors.json</c>, perhaps <c>targets.json</c>, and a file for each campaign;
/// <c>*.schema.json</c> and names that begin with a dot are left out.
/// </param>
/// <param name="logger">Where to say what was loaded and what is wrong.</param>
/// <param name="permissions">What the operator lets campaigns do; null: what holds without any setting.</param>
/// <param name="staff">The keys of the staff, none of which a vendor may have; null where nobody calls.</param>
public sealed partial class CampaignFolder(
    string folder, ILogger<CampaignFolder> logger, StaffKeys? staff = null, OperatorPermissions? permissions = null) : ICampaigns
{
    /// <summary>The name of the file of vendors.</summary>
    public const string VendorsName = "vendors.json";

    /// <summary>The name of the file of systems that must learn of opt-outs; there need not be one.</summary>
    public const string TargetsName = "targets.json";

    private readonly WatchedFile targetsFile = new(Path.Combine(folder, TargetsName));
    private readonly WatchedFile vendorsFile = new(Path.Combine(folder, VendorsName));
    private readonly SortedDictionary<string, WatchedFile> campaignFiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListFiles> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Campaign> lastGood = new(StringComparer.Ordinal);
    private readonly Lock reloading = new();
    private VendorDirectory? vendors;
    private OptOutTargets? targets = OptOutTargets.Empty;
    private Mistake? folderMistake;
    private volatile CampaignSet current = CampaignSet.Empty;

    /// <summary>What is in use now.</summary>
    public CampaignSet Current => current;

    /// <inheritdoc/>
    public Campaign? Find(CampaignId id) => current.Campaigns.GetValueOrDefault(id);

    /// <inheritdoc/>
    public IReadOnlyCollection<Campaign> All => current.Campaigns.Values;

    /// <inheritdoc/>
    public VendorDirectory Vendors => current.Vendors;

    /// <inheritdoc/>
    public OptOutTargets? Targets => current.Targets;

    /// <summary>
    /// Looks at the files, and loads those that have come or changed, or whose lists or included files have, or all campaigns if the
    /// vendors have. A file counts as deleted when two looks in a row miss it.
    /// </summary>
    /// <returns>What is in use afterwards: the same object as before if nothing has changed.</returns>
    public CampaignSet Reload()
    {
        lock (reloading)
        {
            if (!Look())
            {
                return current;
            }

            var before = current.Mistakes;
            List<Mistake> mistakes =
            [
                .. staff?.Mistakes ?? [],
                .. vendorsFile.Mistakes,
                .. targetsFile.Mistakes,
                .. campaignFiles.Values.SelectMany(static file => file.Mistakes).Distinct(),
            ];
            if (folderMistake is not null)
            {
                mistakes.Insert(0, folderMistake);
            }

            current = new(vendors ?? VendorDirectory.Empty, lastGood.Values.ToFrozenDictionary(campaign => campaign.Id), mistakes)
            {
                Targets = targets,
            };
            foreach (var mistake in mistakes.Except(before))
            {
                FileIsWrong(logger, mistake.ToString());
            }

            Loaded(logger, current.Campaigns.Count, current.Vendors.All.Count, mistakes.Count);
            return current;
        }
    }

    /// <summary>Whether anything has changed.</summary>
    private bool Look()
    {
        var (names, failure) = List();
        var changed = failure != folderMistake;
        folderMistake = failure;
        if (failure is not null)
        {
            return changed;
        }

        var vendorsChanged = LookAtVendors(names.Contains(VendorsName), anyway: false);

        // A key may move from one of the two files to the other. Whichever is read first still sees it in both.
        if (staff?.Look(vendors ?? VendorDirectory.Empty, vendorsChanged) == true)
        {
            changed = true;
            vendorsChanged |= LookAtVendors(names.Contains(VendorsName), anyway: true);
        }

        changed |= LookAtTargets(names.Contains(TargetsName));
        names.Remove(TargetsName);
        names.Remove(VendorsName);
        changed |= vendorsChanged;
        foreach (var name in names.Union(campaignFiles.Keys).ToList())
        {
            changed |= LookAtCampaign(name, names.Contains(name), vendorsChanged);
        }

        return changed;
    }

    /// <summary>What is wrong with a folder that has no file of vendors.</summary>
    internal static Mistake MissingVendors(string path) =>
        new(path, 1, 1, "$", "the file of vendors is missing", "Write it as docs/campaigns.md says; without it nobody may send leads");

    /// <summary>Whether a file of the folder is a campaign or the file of vendors.</summary>
    internal static bool IsRead(string name) => name[0] != '.' && !name.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase);

    private (HashSet<string> Names, Mistake? Failure) List()
    {
        try
        {
            var names = Directory.EnumerateFiles(folder, "*.json")
                .Select(path => Path.GetFileName(path))
                .Where(IsRead)
                .ToHashSet();

            // A network share that is not mounted leaves an empty folder behind: that is no order to stop every campaign.
            return names.Count == 0 && lastGood.Count > 0
                ? (names, new(folder, 1, 1, "$", "the folder of campaigns is empty",
                    "Put the files back; what was loaded last stays in use"))
                : (names, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return ([], new(folder, 1, 1, "$", $"the folder of campaigns cannot be read: {error.Message.TrimEnd('.')}",
                "Fix the path or its permissions"));
        }
    }

    private bool LookAtVendors(bool isThere, bool anyway)
    {
        switch (vendorsFile.Look(isThere, anyway, out var content))
        {
            case FileChange.Changed:
                var result = VendorDirectoryLoader.Load(
                    vendorsFile.Path, content, hash => staff?.Current.Find(hash)?.Name, permissions);
                vendorsFile.Mistakes = result.Mistakes;
                Warn(vendorsFile, result.Warnings);
                vendors = result.Value ?? vendors;
                return true;
            case FileChange.Gone:
                var before = vendorsFile.Mistakes;
                vendorsFile.Mistakes = [MissingVendors(vendorsFile.Path)];
                return !vendorsFile.Mistakes.SequenceEqual(before);
            case var change:
                return change == FileChange.Unreadable;
        }
    }

    /// <summary>A file that was there and goes is a mistake: nobody would notice that opt-outs reach nobody any more.</summary>
    private bool LookAtTargets(bool isThere)
    {
        switch (targetsFile.Look(isThere, anyway: false, out var content))
        {
            case FileChange.Changed:
                var result = OptOutTargetsLoader.Load(targetsFile.Path, content, permissions);
                targetsFile.Mistakes = result.Mistakes;
                Warn(targetsFile, result.Warnings);
                targets = result.Value ?? (targets is { All.Count: > 0 } ? targets : null);
                return true;
            case FileChange.Gone when targets is null or { All.Count: > 0 }:
                var before = targetsFile.Mistakes;
                targetsFile.Mistakes = [new(
                    targetsFile.Path, 1, 1, "$", "the file of targets is missing",
                    "Put it back; what was loaded last stays in use. To have no targets, write { \"targets\": {} }")];
                return !targetsFile.Mistakes.SequenceEqual(before);
            case var change:
                return change == FileChange.Unreadable;
        }
    }

    private bool LookAtCampaign(string name, bool isThere, bool anyway)
    {
        if (!campaignFiles.TryGetValue(name, out var file))
        {
            campaignFiles[name] = file = new(Path.Combine(folder, name));
            lists[name] = new(folder);
        }

        var listFiles = lists[name];
        switch (file.Look(isThere, anyway || listFiles.HaveChanged(), out var content))
        {
            case FileChange.Changed:
                listFiles.Clear();
                var result = CampaignLoader.Load(file.Path, content, vendors, listFiles.Read, permissions: permissions);
                file.Mistakes = result.Mistakes;
                Warn(file, result.Warnings);
                if (result.Value is not null)
                {
                    lastGood[name] = result.Value;
                }

                return true;
            case FileChange.Gone:
                campaignFiles.Remove(name);
                lists.Remove(name);
                lastGood.Remove(name);
                return true;
            case var change:
                return change == FileChange.Unreadable;
        }
    }

    /// <summary>Logs the warnings that are new.</summary>
    private void Warn(WatchedFile file, IReadOnlyList<Mistake> warnings)
    {
        foreach (var warning in warnings.Except(file.Warnings))
        {
            FileIsStrange(logger, warning.ToString());
        }

        file.Warnings = warnings;
    }

    [LoggerMessage(EventId = 3001, Level = LogLevel.Information,
        Message = "Loaded. Campaigns: {Campaigns}, vendors: {Vendors}, mistakes: {Mistakes}")]
    private static partial void Loaded(ILogger logger, int campaigns, int vendors, int mistakes);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Error, Message = "{Mistake}")]
    private static partial void FileIsWrong(ILogger logger, string mistake);

    [LoggerMessage(EventId = 3003, Level = LogLevel.Warning, Message = "{Warning}")]
    private static partial void FileIsStrange(ILogger logger, string warning);
}
