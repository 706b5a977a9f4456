namespace LeadFilter.Pipeline.Statements;

/// <summary>The sums of a statement: what was bought less what was credited is owed.</summary>
public sealed record StatementTotals
{
    /// <summary>The leads that were bought.</summary>
    public StatementCount Bought { get; init; }

    /// <summary>Those that were handed back, whatever became of it.</summary>
    public StatementCount Returned { get; init; }

    /// <summary>Those of them that may still be credited.</summary>
    public StatementCount Open { get; init; }

    /// <summary>Those for which the vendor gives the money back.</summary>
    public StatementCount Credited { get; init; }

    /// <summary>What the buyer owes. Below zero if more is given back than was bought, which is possible by month of decision.</summary>
    public decimal Owed => Bought.Amount - Credited.Amount;

    /// <summary>With one more purchase.</summary>
    /// <param name="line">The lead.</param>
    public StatementTotals WithPurchase(StatementLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return this with { Bought = Bought.Plus(line.Price.Amount) };
    }

    /// <summary>With one more return.</summary>
    /// <param name="returned">The return.</param>
    public StatementTotals WithRequest(ReturnedLead returned)
    {
        ArgumentNullException.ThrowIfNull(returned);
        return this with
        {
            Returned = Returned.Plus(returned.Price.Amount),
            Open = returned.IsOpen ? Open.Plus(returned.Price.Amount) : Open,
        };
    }

    /// <summary>With one more credit.</summary>
    /// <param name="returned">The return that was accepted.</param>
    public StatementTotals WithCredit(ReturnedLead returned)
    {
        ArgumentNullException.ThrowIfNull(returned);
        return this with { Credited = Credited.Plus(returned.Credit.Amount) };
    }
}
