using LeadFilter.Core.Returns.Cases;

namespace LeadFilter.Pipeline.Returns;

/// <summary>A return as it is kept.</summary>
/// <param name="Case">The return.</param>
/// <param name="Place">Its place in the share that may be handed back; null if there is no such share.</param>
/// <param name="Finished">Of how many of its changes everything is done that follows from them.</param>
/// <param name="ETag">The version under which it was read; null if it was not.</param>
internal sealed record KeptReturn(ReturnCase Case, int? Place, int Finished, string? ETag);
