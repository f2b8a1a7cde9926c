# Groundwork without the embedded Postgres: DATABASE_URL must name a server of yours. How to run it: docs/install.md

FROM node:26.10.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No package's own script is ever run. Left out are the Node and the Postgres that a checkout brings along.
RUN npm ci --ignore-scripts --omit=optional
COPY prisma.config.ts ./
COPY prisma prisma
RUN npx prisma generate
RUN npm prune --ignore-scripts --omit=dev --omit=optional --omit=peer

FROM node:26.10.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY package.json LICENSE ./
COPY prisma/migrations prisma/migrations
COPY workers workers
COPY src src
COPY --from=build /app/src/generated src/generated
# All files belong to root: the app cannot change itself, and keeps nothing in the container.
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts", "start"]
