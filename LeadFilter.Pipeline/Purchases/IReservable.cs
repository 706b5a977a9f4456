namespace LeadFilter.Pipeline.Purchases;

/// <summary>Something that a bought lead takes and others then cannot have: its person's identities, a place under a cap.</summary>
public interface IReservable
{
    /// <summary>What a lead has of it: nothing yet, as far as is known.</summary>
    /// <param name="purchase">The lead. It is read, never changed.</param>
    IReservation For(Purchase purchase);
}
