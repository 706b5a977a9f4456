using System.Diagnostics.CodeAnalysis;
using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Vendors;
using LeadFilter.Http.Routing;
using LeadFilter.Pipeline.Campaigns;

namespace LeadFilter.Cli.Commands.Starting;

/// <summary>A new campaign's file, with a first vendor if there is one.</summary>
/// <param name="folder">The folder of campaigns; made if it is missing.</param>
/// <param name="id">The campaign.</param>
internal sealed class CampaignStarter(string folder, CampaignId id)
{
    private const string SchemaName = "campaign.schema.json";

    private readonly string path = Path.Combine(folder, $"{id}.json");
    private readonly List<string> steps = [];

    /// <summary>What the user does next, a line each; after <see cref="TryWrite"/>.</summary>
    public IReadOnlyList<string> NextSteps => steps;

    /// <summary>Writes the file, and the schema beside it if it is missing.</summary>
    /// <param name="problem">Why nothing was written.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public bool TryWrite([NotNullWhen(false)] out string? problem)
    {
        problem = null;
        if (id.ToString() == Path.GetFileNameWithoutExtension(CampaignFolder.VendorsName))
        {
            problem = $"{path} is the file of vendors; choose another name";
            return false;
        }

        Directory.CreateDirectory(folder);
        var vendor = FirstVendor();
        if (!TryCreate(path, Starter(vendor)))
        {
            problem = $"{path} is there already, and is not replaced; choose another name or folder";
            return false;
        }

        TryCreate(Path.Combine(folder, SchemaName), Resource(SchemaName));
        steps.Add($"Wrote {path}. Next:");
        steps.Add($"  open it in an editor and change it: the comments say how; docs/campaigns.md says everything");
        if (vendor is null)
        {
            steps.Add(
                $"  name a vendor with its key in {Path.Combine(folder, CampaignFolder.VendorsName)} and its contract under "
                    + "\"vendors\"; until then nobody can send leads");
        }

        steps.Add($"  leadfilter check {path}");
        steps.Add($"  leadfilter explain --campaigns {folder} --campaign {id} lead.json");
        steps.Add($"  leadfilter serve --campaigns {folder}        (vendors post to {Addresses.SubmitLead.PathOf(id.ToString())})");
        return true;
    }

    private static bool TryCreate(string path, string text)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (IOException) when (File.Exists(path))
        {
            return false;
        }
    }

    private string Starter(VendorId? vendor) => Resource("starter.json")
        .Replace("\"campaign\": \"starter\"", $"\"campaign\": \"{id}\"", StringComparison.Ordinal)
        .Replace("\"some-vendor\": {},", vendor is { } known ? $"\"{known}\": {{}}," : "// \"some-vendor\": {},", StringComparison.Ordinal);

    /// <summary>The first vendor of the folder by id; null if there is none, or if the file cannot be read.</summary>
    private VendorId? FirstVendor()
    {
        var vendors = Path.Combine(folder, CampaignFolder.VendorsName);
        return File.Exists(vendors) && VendorDirectoryLoader.Load(vendors, File.ReadAllBytes(vendors)).Value is { All: [_, ..] all }
            ? all.Select(vendor => vendor.Id).MinBy(one => one.ToString(), StringComparer.Ordinal)
            : null;
    }

    private static string Resource(string name)
    {
        using var stream = typeof(CampaignStarter).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
