namespace LeadFilter.Pipeline.Resends;

/// <summary>
/// For how long a lead that is sent again gets its first answer again (G4), so that whatever the first attempt has left
/// must be found until then.
/// </summary>
public static class ResendWindow
{
    /// <summary>The window, from the receipt of the first attempt.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromHours(24);
}
