using System.Text.Json;
using System.Text.Json.Nodes;

namespace LeadFilter.Tests.Folders;

/// <summary>The files of the repository that users read and copy.</summary>
internal static class SampleFiles
{
    private static readonly JsonDocumentOptions Commented = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static string Root { get; } = FindRoot();

    public static string Read(params ReadOnlySpan<string> path) => File.ReadAllText(Path.Combine([Root, .. path]));

    /// <summary>A campaign or vendors file, without comments and trailing commas.</summary>
    public static JsonObject ReadJson(params ReadOnlySpan<string> path) =>
        JsonNode.Parse(Read(path), documentOptions: Commented)!.AsObject();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "LeadFilter.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds LeadFilter.slnx.");
        }

        return folder.FullName;
    }
}
