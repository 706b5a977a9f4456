namespace LeadFilter.Http.Endpoints.Documents;

/// <summary>What became of the lines of an import.</summary>
/// <param name="Campaign">The campaign's id.</param>
/// <param name="Added">How many were added.</param>
/// <param name="AlreadyThere">How many were there already.</param>
/// <param name="TooOld">How many are older than any window.</param>
/// <param name="Invalid">How many could not be read.</param>
/// <param name="UnknownVendor">How many name a vendor that the campaign does not have.</param>
/// <param name="Problems">The first of those that could not be read.</param>
internal sealed record ImportDocument(
    string Campaign, long Added, long AlreadyThere, long TooOld, int Invalid, long UnknownVendor, IEnumerable<LineDocument> Problems);
