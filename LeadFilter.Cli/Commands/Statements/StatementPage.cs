namespace LeadFilter.Cli.Commands.Statements;

/// <summary>A statement, as the filter gives it.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Vendor">The vendor.</param>
/// <param name="Month">The month.</param>
/// <param name="TimeZone">By whose clock.</param>
/// <param name="From">When the month began.</param>
/// <param name="To">When the next one begins.</param>
/// <param name="Over">Whether the month is over.</param>
/// <param name="ByPurchase">The sums by month of purchase.</param>
/// <param name="ByDecision">The sums by month of decision.</param>
/// <param name="Leads">The leads that were bought in the month.</param>
/// <param name="Earlier">Leads that were bought before, and of which a return was asked for, or credited, in the month.</param>
internal sealed record StatementPage(
    string Campaign,
    string Vendor,
    string Month,
    string TimeZone,
    DateTimeOffset From,
    DateTimeOffset To,
    bool Over,
    TotalsLine ByPurchase,
    TotalsLine ByDecision,
    IReadOnlyList<LeadLine> Leads,
    IReadOnlyList<LeadLine> Earlier);
