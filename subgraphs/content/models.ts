// The parent objects of resolvers.
