using System.Collections.Frozen;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Campaigns.Loading;
using LeadFilter.Core.Files;
using LeadFilter.Core.Vendors;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Pipeline.Campaigns;

/// <summary>
/// The folder of campaign files. A good change is swapped in as a whole; a bad one changes nothing but
/// <see cref="CampaignSet.Mistakes"/> (G10).
/// </summary>
/// <param name="folder">The folder: <c>vendors.json</c>, and a file for each campaign; <c>*.schema.json</c> is left out.</param>
/// <param name="logger">Where to say what was loaded and what is wrong.</param>
public sealed partial class CampaignFolder(string folder, ILogger<CampaignFolder> logger) : ICampaigns
{
    private const string VendorsFile = "vendors.json";

    private readonly Dictionary<string, FileStamp> stamps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Campaign> lastGood = new(StringComparer.Ordinal);
    private readonly Lock reloading = new();
    private VendorDirectory vendors = VendorDirectory.Empty;
    private volatile CampaignSet current = CampaignSet.Empty;

    /// <summary>What is in use now.</summary>
    public CampaignSet Current => current;

    /// <inheritdoc/>
    public Campaign? Find(CampaignId id) => current.Campaigns.GetValueOrDefault(id);

    /// <summary>Looks at the files, and loads them anew if any has come, gone or changed.</summary>
    /// <returns>What is in use afterwards.</returns>
    public CampaignSet Reload()
    {
        lock (reloading)
        {
            var (files, failure) = ReadFiles();
            if (failure is not null)
            {
                if (!current.Mistakes.Contains(failure))
                {
                    current = current with { Mistakes = [failure] };
                    FileIsWrong(logger, failure.ToString());
                }

                stamps.Clear();
            }
            else if (files is not null)
            {
                current = Load(files);
                foreach (var mistake in current.Mistakes)
                {
                    FileIsWrong(logger, mistake.ToString());
                }

                Loaded(logger, current.Campaigns.Count, current.Vendors.All.Count, current.Mistakes.Count);
            }

            return current;
        }
    }

    /// <summary>The content of every file; null if none has changed.</summary>
    private (IReadOnlyDictionary<string, byte[]>? Files, Mistake? Failure) ReadFiles()
    {
        try
        {
            var found = new DirectoryInfo(folder).EnumerateFiles("*.json")
                .Where(file => !file.Name.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(file => file.Name, file => new FileStamp(file.LastWriteTimeUtc, file.Length));
            if (found.Count == stamps.Count && found.All(file => stamps.TryGetValue(file.Key, out var stamp) && stamp == file.Value) && stamps.Count > 0)
            {
                return default;
            }

            var contents = found.Keys.ToDictionary(name => name, name => File.ReadAllBytes(Path.Combine(folder, name)));
            stamps.Clear();
            foreach (var (name, stamp) in found)
            {
                stamps[name] = stamp;
            }

            return (contents, null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, new(folder, 1, 1, "$", $"the folder of campaigns cannot be read: {error.Message}", "Mend the path or its permissions"));
        }
    }

    private CampaignSet Load(IReadOnlyDictionary<string, byte[]> files)
    {
        var mistakes = new List<Mistake>();
        if (files.TryGetValue(VendorsFile, out var vendorsJson))
        {
            var result = VendorDirectoryLoader.Load(PathOf(VendorsFile), vendorsJson);
            mistakes.AddRange(result.Mistakes);
            vendors = result.Value ?? vendors;
        }
        else
        {
            mistakes.Add(new(PathOf(VendorsFile), 1, 1, "$", "the file of vendors is missing", "Write it as docs/campaigns.md says; without it nobody may send leads"));
        }

        foreach (var gone in lastGood.Keys.Where(name => !files.ContainsKey(name)).ToList())
        {
            lastGood.Remove(gone);
        }

        foreach (var name in files.Keys.Where(name => name != VendorsFile).Order(StringComparer.Ordinal))
        {
            var result = CampaignLoader.Load(PathOf(name), files[name], vendors);
            mistakes.AddRange(result.Mistakes);
            if (result.Value is not null)
            {
                lastGood[name] = result.Value;
            }
        }

        return new(vendors, lastGood.Values.ToFrozenDictionary(campaign => campaign.Id), mistakes);
    }

    private string PathOf(string name) => Path.Combine(folder, name);

    [LoggerMessage(EventId = 3001, Level = LogLevel.Information, Message = "Loaded {Campaigns} campaigns and {Vendors} vendors; {Mistakes} mistakes")]
    private static partial void Loaded(ILogger logger, int campaigns, int vendors, int mistakes);

    [LoggerMessage(EventId = 3002, Level = LogLevel.Error, Message = "{Mistake}")]
    private static partial void FileIsWrong(ILogger logger, string mistake);

    private readonly record struct FileStamp(DateTime WrittenAt, long Length);
}
