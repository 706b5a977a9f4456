using Microsoft.EntityFrameworkCore;

namespace LeadFilter.TeamProgram.Storage;

public sealed class LeadsContext(DbContextOptions<LeadsContext> options) : DbContext(options)
{
    private static readonly Func<LeadsContext, string, string, string, long, CancellationToken, Task<bool>> Knows =
        EF.CompileAsyncQuery((
            LeadsContext context, string campaign, string email, string phone, long since, CancellationToken cancellation) =>
            context.Decisions.Any(decision =>
                (decision.Email == email || decision.Phone == phone)
                && decision.IsBought
                && decision.Campaign == campaign
                && decision.ReceivedAt > since));

    private static readonly Func<LeadsContext, long, int, IAsyncEnumerable<OutboxMessage>> Due =
        EF.CompileAsyncQuery((LeadsContext context, long now, int most) =>
            context.Outbox
                .AsNoTracking()
                .Where(message => message.SentAt == null && message.DueAt <= now)
                .OrderBy(message => message.DueAt)
                .Take(most));

    public DbSet<Decision> Decisions => Set<Decision>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Whether a lead of the same person was bought.</summary>
    public Task<bool> IsKnownAsync(string campaign, string? email, string? phone, long since, CancellationToken cancellation) =>
        Knows(this, campaign, email ?? "", phone ?? "", since, cancellation);

    /// <summary>What is to be sent now.</summary>
    public IAsyncEnumerable<OutboxMessage> DueBy(long now, int most) => Due(this, now, most);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Decision>(decision =>
        {
            decision.HasIndex(row => row.Email);
            decision.HasIndex(row => row.Phone);
        });
        modelBuilder.Entity<OutboxMessage>().HasIndex(message => message.DueAt).HasFilter("SentAt IS NULL");
    }
}
