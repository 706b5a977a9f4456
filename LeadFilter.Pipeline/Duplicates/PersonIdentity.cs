namespace LeadFilter.Pipeline.Duplicates;

/// <summary>A keyed hash by which a person is recognized.</summary>
/// <param name="Hash">The hash. Claims are taken in its order.</param>
/// <param name="Space">Whose claims it is compared with: a campaign, a campaign's vendor, or the installation.</param>
/// <param name="Plans">The campaign's plans that recognize a person by it: their places in the file, ascending.</param>
/// <param name="Window">
/// How long a claim keeps others out: the longest window of its plans, shadows counting only where there are no others.
/// </param>
public sealed record PersonIdentity(string Hash, string Space, IReadOnlyList<int> Plans, TimeSpan Window);
