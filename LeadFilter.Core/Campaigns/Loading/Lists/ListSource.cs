namespace LeadFilter.Core.Campaigns.Loading.Lists;

/// <summary>Gives the content of a list's file.</summary>
/// <param name="path">The path as the campaign file names it, relative to the campaign file's folder.</param>
/// <returns>The content; null if the file is not there or cannot be read.</returns>
public delegate ReadOnlyMemory<byte>? ListSource(string path);
