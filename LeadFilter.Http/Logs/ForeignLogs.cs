using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LeadFilter.Http.Logs;

/// <summary>
/// Keeps what libraries log below warnings out of every log, whatever the settings say (G9): the web server would write the address
/// of every request, and the address of a lead that is sent by GET holds the person.
/// </summary>
internal sealed class ForeignLogs : IPostConfigureOptions<LoggerFilterOptions>
{
    /// <summary>
    /// Where the web server would log each request. It has nothing to say above that level, but as long as its log is on it starts an
    /// activity and a scope for each request, whether or not anybody listens.
    /// </summary>
    private const string EachRequest = "Microsoft.AspNetCore.Hosting.Diagnostics";

    private static readonly string[] Libraries = ["Microsoft", "System", "Azure", "Polly", "Grpc", "OpenTelemetry"];

    /// <inheritdoc/>
    public void PostConfigure(string? name, LoggerFilterOptions options)
    {
        var rules = options.Rules.ToList();
        options.Rules.Clear();
        foreach (var rule in rules)
        {
            options.Rules.Add(IsOfLibrary(rule.CategoryName) ? Quiet(rule.ProviderName, rule.CategoryName!, rule.LogLevel) : rule);
        }

        // A rule for one log goes before the rules for all of them.
        foreach (var provider in rules.Select(static rule => rule.ProviderName).Append(null).Distinct(StringComparer.Ordinal))
        {
            foreach (var library in Libraries)
            {
                if (!rules.Exists(rule => rule.ProviderName == provider && rule.CategoryName == library))
                {
                    options.Rules.Add(Quiet(provider, library, null));
                }
            }

            options.Rules.Add(new(provider, EachRequest, LogLevel.None, null));
        }
    }

    // "*" and "*.Hosting" mean libraries, too.
    private static bool IsOfLibrary(string? category) =>
        category is { Length: > 0 }
        && (category[0] == '*' || Array.Exists(Libraries, library => category.StartsWith(library, StringComparison.OrdinalIgnoreCase)));

    private static LoggerFilterRule Quiet(string? provider, string category, LogLevel? level) =>
        new(provider, category, level is { } set && set > LogLevel.Warning ? set : LogLevel.Warning, null);
}
