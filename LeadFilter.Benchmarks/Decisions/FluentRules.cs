using FluentValidation;

namespace LeadFilter.Benchmarks.Decisions;

/// <summary>The rules of <see cref="BenchmarkCampaign"/> as FluentValidation has them, on values that are standardised already.</summary>
internal sealed class FluentRules : AbstractValidator<StandardLead>
{
    private static readonly HashSet<string> BadDomains = new(
        ["mailinator.com", "yopmail.com", "trashmail.com", "gmial.com"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> States = new(["AZ", "CA", "CO", "FL", "TX"], StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Bots = ["headless", "bot/", "curl/", "python-requests"];

    /// <summary>The ten kinds: each says what a lead must be.</summary>
    private static readonly Func<StandardLead, bool>[] Kinds =
    [
        lead => lead.PhoneIsValid || lead.EmailIsValid,
        lead => !BadDomains.Contains(lead.EmailDomain),
        lead => lead.Consent,
        lead => lead.AgeSeconds <= 300,
        lead => States.Contains(lead.State),
        lead => !Array.Exists(Bots, bot => lead.UserAgent.Contains(bot, StringComparison.OrdinalIgnoreCase)),
        lead => lead.SecondsOnForm >= 3,
        lead => !lead.PhoneIsFictitious && !lead.PhoneIsRepeated,
        lead => lead.LandingHost.Equals("www.offers.example", StringComparison.OrdinalIgnoreCase),
        lead => !lead.IpIsPrivate,
    ];

    /// <summary>Makes a number of rules, as the campaign has them: of each kind one, then copies that look at the comments too.</summary>
    public FluentRules(int rules)
    {
        for (var at = 0; at < rules; at++)
        {
            var (kind, word) = (Kinds[at % Kinds.Length], $"word-{at}");
            RuleFor(lead => lead)
                .Must(at < Kinds.Length ? kind : lead => kind(lead) || !lead.Comments.Contains(word, StringComparison.OrdinalIgnoreCase))
                .WithErrorCode($"reason_{at}");
        }
    }
}
