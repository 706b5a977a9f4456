namespace LeadFilter.Cli.SampleCalls;

/// <summary>
/// A command to paste that sends a lead of an invented person. A person who was bought is a duplicate from then on, so the shell puts
/// the time into the address: whoever pastes the command again, a second later, sends somebody else.
/// </summary>
/// <param name="leads">The address that takes the leads of the campaign.</param>
/// <param name="key">The vendor's key.</param>
/// <param name="shell">The shell that it is pasted into.</param>
internal sealed class SampleCall(string leads, string key, Shell shell)
{
    private const string Mistyped = "first_name=Bob&last_name=Sample&email=bob@gmial.com&state=TX&tcpa_consent=no";

    // The shell's own words stand between two texts in single quotes.
    private const string JustNow =
        """
        {"first_name":"Ada","last_name":"Sample","email":"ada.'$(date +%s)'@example.com","state":"AZ","tcpa_consent":"yes",
        """
        + """
        "consent_text":"I agree to be called","created_at":"'$(date -u +%FT%TZ)'"}
        """;

    /// <summary>The shell of this system's users.</summary>
    public static Shell UsualShell => OperatingSystem.IsWindows() ? Shell.PowerShell : Shell.Posix;

    /// <summary>A person who agreed to be called a moment ago, and whom a usual campaign buys.</summary>
    public string Bought => shell == Shell.PowerShell
        ? $"{Invoke} -ContentType application/json -Body (@{{ first_name = 'Ada'; last_name = 'Sample'; "
            + "email = \"ada.$([DateTimeOffset]::UtcNow.ToUnixTimeSeconds())@example.com\"; state = 'AZ'; tcpa_consent = 'yes'; "
            + "consent_text = 'I agree to be called'; created_at = [DateTime]::UtcNow.ToString('s') + 'Z' } | ConvertTo-Json)"
        : $"{Curl} -H 'Content-Type: application/json' -d '{JustNow}'";

    /// <summary>A person with a mistyped address who did not agree.</summary>
    public string Rejected => shell == Shell.PowerShell ? $"{Invoke} -Body '{Mistyped}'" : $"{Curl} -d '{Mistyped}'";

    private string Invoke => $"Invoke-RestMethod {leads} -Method Post -Headers @{{ Authorization = 'Bearer {key}' }}";

    private string Curl => $"curl {leads} -H 'Authorization: Bearer {key}'";
}
