namespace LeadFilter.Core.Campaigns.Loading.Lists;

/// <summary>Gives the content of a file that a campaign names: a list, or a file that it includes.</summary>
/// <param name="path">The path as the campaign file names it, relative to the campaign file's folder.</param>
/// <returns>The content; null if the file is not there or cannot be read.</returns>
public delegate ReadOnlyMemory<byte>? ListSource(string path);
