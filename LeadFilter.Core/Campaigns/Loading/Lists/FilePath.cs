namespace LeadFilter.Core.Campaigns.Loading.Lists;

/// <summary>Paths of files that a campaign names, relative to the campaign file's folder.</summary>
internal static class FilePath
{
    /// <summary>Whether a path stays below the folder.</summary>
    /// <param name="path">The path; not empty.</param>
    public static bool IsBelow(string path) =>
        path[0] != '/' && path.IndexOfAny(['\\', ':', '\0']) < 0 && !path.Split('/').Any(part => part is "" or "." or "..");

    /// <summary>The file, as the author of the campaign knows it.</summary>
    /// <param name="campaignFile">The campaign file.</param>
    /// <param name="path">The path.</param>
    public static string From(string campaignFile, string path) => campaignFile[..(campaignFile.LastIndexOfAny(['/', '\\']) + 1)] + path;
}
