using System.Diagnostics.CodeAnalysis;
using System.Text;
using LeadFilter.Core.Campaigns;
using LeadFilter.Core.Vendors;
using LeadFilter.Pipeline.Campaigns;

namespace LeadFilter.Cli.Commands.Starting;

/// <summary>A new campaign's file, and what it needs beside it: a first vendor, and the schemas for editors.</summary>
/// <param name="folder">The folder of campaigns; made if it is missing.</param>
/// <param name="id">The campaign.</param>
internal sealed class CampaignStarter(string folder, CampaignId id)
{
    private const string SchemaName = "campaign.schema.json";
    private const string StaffSchemaName = "admin-keys.schema.json";

    private readonly string vendorsPath = Path.Combine(folder, CampaignFolder.VendorsName);
    private readonly List<string> written = [];

    /// <summary>The campaign's file.</summary>
    public string File { get; } = Path.Combine(folder, $"{id}.json");

    /// <summary>Every file that was written; after <see cref="TryWrite"/>.</summary>
    public IReadOnlyList<string> Written => written;

    /// <summary>Who may send leads to it; null if <c>vendors.json</c> names nobody or cannot be read.</summary>
    public FirstVendor? Vendor { get; private set; }

    /// <summary>Writes the file, and what is missing beside it. Nothing is replaced.</summary>
    /// <param name="problem">Why nothing was written.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public bool TryWrite([NotNullWhen(false)] out string? problem)
    {
        problem = null;
        if (id.ToString() == Path.GetFileNameWithoutExtension(CampaignFolder.VendorsName))
        {
            problem = $"{File} is the file of vendors; choose another name";
            return false;
        }

        Directory.CreateDirectory(folder);
        var newVendors = System.IO.File.Exists(vendorsPath) ? null : NewVendors.Make();
        Vendor = newVendors?.Vendor ?? KnownVendor();
        if (!TryCreate(File, Starter(Vendor?.Id)))
        {
            problem = $"{File} is there already, and is not replaced; choose another name or folder";
            return false;
        }

        if (newVendors is not null && !TryCreate(vendorsPath, newVendors.Text))
        {
            Vendor = KnownVendor();
        }

        foreach (var schema in (string[])[SchemaName, NewVendors.SchemaName, StaffSchemaName])
        {
            TryCreate(Path.Combine(folder, schema), Resource(schema));
        }

        return true;
    }

    private bool TryCreate(string path, string text)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            file.Write(Encoding.UTF8.GetBytes(text));
            written.Add(path);
            return true;
        }
        catch (IOException) when (System.IO.File.Exists(path))
        {
            return false;
        }
    }

    private string Starter(VendorId? vendor) => Resource("starter.json")
        .Replace("\"campaign\": \"starter\"", $"\"campaign\": \"{id}\"", StringComparison.Ordinal)
        .Replace("\"some-vendor\": {},", vendor is { } known ? $"\"{known}\": {{}}," : "// \"some-vendor\": {},", StringComparison.Ordinal);

    /// <summary>The first vendor of the folder by id; null if there is none, or if the file cannot be read.</summary>
    private FirstVendor? KnownVendor() =>
        VendorDirectoryLoader.Load(vendorsPath, System.IO.File.ReadAllBytes(vendorsPath)).Value is { All: [_, ..] all }
            ? new(all.Select(vendor => vendor.Id).MinBy(one => one.ToString(), StringComparer.Ordinal), null)
            : null;

    private static string Resource(string name)
    {
        using var stream = typeof(CampaignStarter).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
