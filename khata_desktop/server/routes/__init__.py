"""The routes, one module a topic. A route reads its request, asks one function, and shapes the answer."""
