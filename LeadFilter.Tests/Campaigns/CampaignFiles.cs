using LeadFilter.Core.Campaigns;
using LeadFilter.Pipeline.Campaigns;
using LeadFilter.Tests.Folders;
using Microsoft.Extensions.Logging;

namespace LeadFilter.Tests.Campaigns;

/// <summary>A folder with vendors.json and the campaign loans, and a <see cref="CampaignFolder"/> on it.</summary>
internal sealed class CampaignFiles : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public CampaignFiles(ILogger<CampaignFolder>? logger = null)
    {
        Directory.CreateDirectory(Folder);
        Write("vendors.json", TestCampaign.VendorsJson);
        Write("loans.json", CampaignText.With());
        Watched = new(Folder, logger ?? LoggerFactory.Create(_ => { }).CreateLogger<CampaignFolder>());
    }

    public string Folder => Path.Combine(temporary.Path, "campaigns");

    public CampaignFolder Watched { get; }

    /// <summary>Writes a file, by default with a time stamp that never changes, so that nothing but its content tells of a change.</summary>
    public void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    public void Delete(string name) => File.Delete(Path.Combine(Folder, name));

    /// <summary>The version of loans that is in use; null if there is none.</summary>
    public string? Version => Find("loans")?.Version;

    public Campaign? Find(string campaign) => CampaignId.TryParse(campaign, out var id) ? Watched.Find(id) : null;

    /// <summary>Looks, and gives what is wrong then, a line each, without the folder.</summary>
    public string Mistakes() => string.Join('\n', Watched.Reload().Mistakes.Select(mistake => mistake.ToString().Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)));

    public void Dispose() => temporary.Dispose();
}
